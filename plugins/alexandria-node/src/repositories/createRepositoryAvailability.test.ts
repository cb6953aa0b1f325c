import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { startGitHost, type GitHost } from '@alexandriaproject/sandbox';
import { createRepositoryAvailability } from './createRepositoryAvailability';

const TOKEN = 'canary-token';
const UPSTREAM_BODY = 'canary-body';

const json =
  (status: number): RequestListener =>
  (_req, res) => {
    res.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
    });
    res.end(JSON.stringify({ message: UPSTREAM_BODY }));
  };

const plain =
  (status: number): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
    res.end(UPSTREAM_BODY);
  };

const page =
  (status: number): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'Content-Type': 'text/html' });
    res.end(`<p>${UPSTREAM_BODY}</p>`);
  };

let server: Server;
let host: string;
let answer: RequestListener;
let requests: { url?: string; authorization?: string }[];

beforeAll(async () => {
  server = createServer((req, res) => {
    requests.push({ url: req.url, authorization: req.headers.authorization });
    answer(req, res);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  host = `localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise(done => server.close(done));
});

beforeEach(() => {
  requests = [];
});

const basic = (user: string) =>
  `Basic ${Buffer.from(`${user}:${TOKEN}`).toString('base64')}`;

/** The hosts whose API's address can be configured, so that a server here can be one. */
const HOSTS = [
  {
    type: 'gitea',
    withCredentials: () => ({
      host,
      baseUrl: `http://${host}`,
      username: 'portal',
      password: TOKEN,
    }),
    withoutCredentials: () => ({ host, baseUrl: `http://${host}` }),
    query: 'owner=platform&repo=site',
    path: '/api/v1/repos/platform/site',
    authorization: basic('portal').replace('Basic', 'basic'),
    url: () => `http://${host}/platform/site`,
  },
  {
    type: 'github',
    withCredentials: () => ({
      host,
      apiBaseUrl: `http://${host}/api/v3`,
      token: TOKEN,
    }),
    withoutCredentials: () => ({ host, apiBaseUrl: `http://${host}/api/v3` }),
    query: 'owner=platform&repo=site',
    path: '/api/v3/repos/platform/site',
    authorization: `Bearer ${TOKEN}`,
    url: () => `https://${host}/platform/site`,
  },
  {
    type: 'gitlab',
    withCredentials: () => ({
      host,
      apiBaseUrl: `http://${host}/api/v4`,
      token: TOKEN,
    }),
    withoutCredentials: () => ({ host, apiBaseUrl: `http://${host}/api/v4` }),
    query: 'owner=group%2Fsub&repo=site',
    path: '/api/v4/projects/group%2Fsub%2Fsite',
    authorization: `Bearer ${TOKEN}`,
    url: () => `https://${host}/group/sub/site`,
  },
  {
    type: 'bitbucketServer',
    withCredentials: () => ({
      host,
      apiBaseUrl: `http://${host}/rest/api/1.0`,
      token: TOKEN,
    }),
    withoutCredentials: () => ({
      host,
      apiBaseUrl: `http://${host}/rest/api/1.0`,
    }),
    query: 'project=PLAT&repo=site',
    path: '/rest/api/1.0/projects/PLAT/repos/site',
    authorization: `Bearer ${TOKEN}`,
    url: () => `https://${host}/projects/PLAT/repos/site`,
  },
  {
    type: 'gerrit',
    withCredentials: () => ({
      host,
      baseUrl: `http://${host}`,
      gitilesBaseUrl: `http://${host}/g`,
      username: 'portal',
      password: TOKEN,
    }),
    withoutCredentials: () => ({
      host,
      baseUrl: `http://${host}`,
      gitilesBaseUrl: `http://${host}/g`,
    }),
    query: 'owner=platform&repo=site',
    path: '/a/projects/site',
    pathWithoutCredentials: '/projects/site',
    missing: plain(404),
    authorization: basic('portal'),
    url: () => `http://${host}/admin/repos/site`,
  },
];

function availability(
  integrations: Record<string, object[]>,
  timeoutMs?: number,
) {
  const logger = mockServices.logger.mock();
  const service = createRepositoryAvailability({
    config: new ConfigReader(JSON.parse(JSON.stringify({ integrations }))),
    logger,
    timeoutMs,
  });
  return { logger, check: service.check };
}

describe.each(HOSTS)('$type', ({ type, query, path, ...entry }) => {
  const missing = entry.missing ?? json(404);

  const ask = (credentials = true, timeoutMs?: number) => {
    const { check, logger } = availability(
      {
        [type]: [
          credentials ? entry.withCredentials() : entry.withoutCredentials(),
        ],
      },
      timeoutMs,
    );
    return { logger, result: check(`${host}?${query}`) };
  };

  it.each([
    ['taken', json(200)],
    ['free', missing],
  ])('says %s with the portal’s credentials', async (status, listener) => {
    answer = listener;
    expect(await ask().result).toEqual({
      repoUrl: `${host}?${query}`,
      status,
      url: entry.url(),
    });
    expect(requests).toEqual([
      { url: path, authorization: entry.authorization },
    ]);
  });

  it('says taken without credentials, and never free', async () => {
    answer = json(200);
    expect(await ask(false).result).toMatchObject({ status: 'taken' });
    answer = missing;
    expect(await ask(false).result).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('no credentials'),
    });
    expect(requests[1]).toEqual({
      url: entry.pathWithoutCredentials ?? path,
      authorization: undefined,
    });
  });

  it.each([
    ['401', json(401), "refused the portal's credentials (401)"],
    ['403', json(403), "refused the portal's credentials (403)"],
    ['429', json(429), 'limits the rate of requests'],
    ['500', json(500), 'answered with status 500'],
    ['204', json(204), 'answered with status 204'],
    ['203 with a sign-in page', page(203), 'answered with status 203'],
    ['200 with a sign-in page', page(200), 'not as its API would'],
    ['404 of a proxy', page(404), 'not as its API would'],
    [
      'a connection that breaks',
      ((req, _res) => req.socket.destroy()) as RequestListener,
      'could not reach',
    ],
  ])('says unknown for %s', async (_name, listener, reason) => {
    answer = listener;
    const { result, logger } = ask();
    const found = await result;
    expect(found).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining(reason),
    });
    const said = JSON.stringify([found, logger.warn.mock.calls]);
    expect(said).not.toContain(TOKEN);
    expect(said).not.toContain(UPSTREAM_BODY);
  });

  it('does not follow a redirect', async () => {
    answer = (_req, res) => {
      res.writeHead(301, { Location: `http://${host}/elsewhere` });
      res.end();
    };
    expect(await ask().result).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('redirect (301)'),
    });
    expect(requests).toHaveLength(1);
  });

  it('says unknown when the host does not answer in time', async () => {
    answer = () => undefined;
    expect(await ask(true, 50).result).toMatchObject({
      status: 'unknown',
      reason: `${host} did not answer within 50 ms`,
    });
  });

  it('names every part that is missing', async () => {
    answer = json(404);
    const { check } = availability({ [type]: [entry.withCredentials()] });
    await expect(check(`${host}?unrelated=x`)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/missing/),
    });
    expect(requests).toEqual([]);
  });
});

describe('hosts with a fixed address', () => {
  const fetched: { url: string; headers: Record<string, string> }[] = [];

  beforeEach(() => {
    fetched.length = 0;
    jest.spyOn(global, 'fetch').mockImplementation(async (url, init) => {
      fetched.push({
        url: String(url),
        headers: init?.headers as Record<string, string>,
      });
      return new Response('{}', {
        status: 404,
        headers: { 'Content-Type': 'application/json' },
      });
    });
  });

  afterEach(() => jest.restoreAllMocks());

  it.each([
    {
      repoUrl: 'dev.azure.com?organization=org&project=My%20Project&repo=site',
      type: 'azure',
      integration: { credentials: [{ personalAccessToken: TOKEN }] },
      asked:
        'https://dev.azure.com/org/My%20Project/_apis/git/repositories/site?api-version=6.0',
      url: 'https://dev.azure.com/org/My%20Project/_git/site',
      authorization: `Basic ${Buffer.from(`:${TOKEN}`).toString('base64')}`,
    },
    {
      repoUrl: 'bitbucket.org?workspace=ws&project=P&repo=site',
      type: 'bitbucketCloud',
      integration: { username: 'portal', appPassword: TOKEN },
      asked: 'https://api.bitbucket.org/2.0/repositories/ws/site',
      url: 'https://bitbucket.org/ws/site',
      authorization: basic('portal'),
    },
    {
      repoUrl: 'github.com?owner=o&repo=site',
      type: 'github',
      integration: { host: 'github.com', token: TOKEN },
      asked: 'https://api.github.com/repos/o/site',
      url: 'https://github.com/o/site',
      authorization: `Bearer ${TOKEN}`,
    },
    {
      repoUrl: 'gitlab.com?owner=o&repo=site',
      type: 'gitlab',
      integration: { host: 'gitlab.com', token: TOKEN },
      asked: 'https://gitlab.com/api/v4/projects/o%2Fsite',
      url: 'https://gitlab.com/o/site',
      authorization: `Bearer ${TOKEN}`,
    },
  ])('asks for $repoUrl', async expected => {
    const { check } = availability({
      [expected.type]: [expected.integration],
    });
    expect(await check(expected.repoUrl)).toEqual({
      repoUrl: expected.repoUrl,
      status: 'free',
      url: expected.url,
    });
    expect(fetched).toEqual([
      {
        url: expected.asked,
        headers: expect.objectContaining({
          Authorization: expected.authorization,
        }),
      },
    ]);
  });

  it('needs the organization of Azure DevOps', async () => {
    const { check } = availability({
      azure: [{ credentials: [{ personalAccessToken: TOKEN }] }],
    });
    await expect(check('dev.azure.com?project=p&repo=site')).rejects.toThrow(
      'organization is missing',
    );
    expect(fetched).toEqual([]);
  });
});

describe('a caller that gives up', () => {
  const integrations = () => ({ gitea: [HOSTS[0].withCredentials()] });

  it('ends the request', async () => {
    const controller = new AbortController();
    answer = () => controller.abort(new Error('enough'));
    await expect(
      availability(integrations()).check(`${host}?owner=o&repo=r`, {
        signal: controller.signal,
      }),
    ).rejects.toThrow('enough');
  });

  it('asks nothing when it has given up before', async () => {
    await expect(
      availability(integrations()).check(`${host}?owner=o&repo=r`, {
        signal: AbortSignal.abort(new Error('enough')),
      }),
    ).rejects.toThrow('enough');
    expect(requests).toEqual([]);
  });
});

describe('the sandbox git host', () => {
  let git: GitHost;

  beforeAll(async () => {
    git = await startGitHost({
      port: 0,
      username: 'portal',
      password: TOKEN,
      logger: mockServices.logger.mock(),
    });
  });
  afterAll(() => git.close());

  const check = (repo: string, password = TOKEN) =>
    availability({
      gitea: [
        {
          host: `localhost:${git.port}`,
          baseUrl: git.baseUrl,
          username: 'portal',
          password,
        },
      ],
    }).check(`localhost:${git.port}?owner=platform&repo=${repo}`);

  it('is free until it is created', async () => {
    expect(await check('site')).toMatchObject({ status: 'free' });
    const response = await fetch(`${git.baseUrl}/api/v1/orgs/platform/repos`, {
      method: 'POST',
      headers: {
        Authorization: basic('portal'),
        'Content-Type': 'application/json',
      },
      body: '{"name":"site"}',
    });
    expect(response.status).toBe(201);
    const taken = await check('site');
    expect(taken.status).toBe('taken');
    expect((await fetch(taken.url)).status).toBe(200);
  });

  it('is unknown with a wrong password', async () => {
    expect(await check('other', 'wrong')).toMatchObject({ status: 'unknown' });
  });
});
