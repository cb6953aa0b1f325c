import { request } from 'node:http';
import type { GitHost } from '../startGitHost';
import {
  AUTHORIZATION,
  createTestRepository,
  git,
  pushUrl,
  startTestGitHost,
  temporaryFolder,
} from '../__testUtils__/gitHost';

let host: GitHost;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sha: string;

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${host.baseUrl}/api/v1${path}`, { headers });

beforeAll(async () => {
  host = await startTestGitHost();
  folder = await temporaryFolder();
  await createTestRepository(host, 'Platform', 'Site', {
    description: 'A <site>',
  });
  await git(folder.path, 'init', '-q', '-b', 'main');
  await git(folder.path, 'commit', '-q', '--allow-empty', '-m', 'Start');
  await git(
    folder.path,
    'push',
    '-q',
    pushUrl(host, 'Platform/Site.git'),
    'main',
  );
  sha = (await git(folder.path, 'rev-parse', 'HEAD')).trim();
});

afterAll(async () => {
  await host.close();
  await folder.remove();
});

describe('organizations', () => {
  it('has every valid name', async () => {
    const response = await get('/orgs/platform');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ username: 'platform' });
  });

  it.each(['..%2f..', '-a', 'undefined', 'a%00b', 'a%20b'])(
    'has no %s',
    async name => {
      const response = await get(`/orgs/${name}`);
      expect(response.status).toBe(404);
    },
  );
});

describe('creating a repository', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${host.baseUrl}/api/v1/orgs/platform/repos`, {
      method: 'POST',
      headers: {
        Authorization: AUTHORIZATION,
        'Content-Type': 'application/json',
        ...headers,
      },
      body,
    });

  it('answers 201 as Gitea does', async () => {
    const response = await createTestRepository(host, 'platform', 'fresh', {
      description: 'New',
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      full_name: 'platform/fresh',
      description: 'New',
      empty: true,
      private: false,
      default_branch: 'main',
      clone_url: `${host.baseUrl}/platform/fresh.git`,
      html_url: `${host.baseUrl}/platform/fresh`,
      owner: { login: 'platform' },
    });
  });

  it('answers 409 to a name that is taken, whatever its case', async () => {
    const response = await createTestRepository(host, 'PLATFORM', 'SITE');
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      message: 'The repository with the same name already exists.',
    });
  });

  it('gives one name to one of many requests', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const response = await createTestRepository(host, 'platform', 'race');
        return response.status;
      }),
    );
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it.each([
    ['no JSON', '{', {}, 400],
    ['an array', '[]', {}, 422],
    ['another type', '{"name":"x"}', { 'Content-Type': 'text/plain' }, 422],
    ['no name', '{}', {}, 422],
    ['a path', '{"name":"../x"}', {}, 422],
    ['..', '{"name":".."}', {}, 422],
    [
      'an option as branch',
      '{"name":"y","default_branch":"--upload-pack=x"}',
      {},
      422,
    ],
    ['auto_init', '{"name":"y","auto_init":true}', {}, 422],
    [
      'a large body',
      JSON.stringify({ name: 'y', description: 'x'.repeat(70_000) }),
      {},
      413,
    ],
  ])('refuses %s', async (_name, body, headers, status) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('message');
  });

  it.each([
    ['none', {}],
    ['a wrong password', { Authorization: `Basic ${btoa('portal:wrong')}` }],
    ['a wrong user', { Authorization: `Basic ${btoa('other:secret')}` }],
    ['a wrong token', { Authorization: 'token wrong' }],
    ['another scheme', { Authorization: 'Digest x' }],
  ])('refuses credentials: %s', async (_name, headers) => {
    const response = await fetch(`${host.baseUrl}/api/v1/orgs/platform/repos`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: '{"name":"denied"}',
    });
    expect(response.status).toBe(401);
    expect((await get('/repos/platform/denied')).status).toBe(404);
  });
});

describe('reading', () => {
  it('tells of a repository without credentials, and refuses wrong ones', async () => {
    const response = await get('/repos/platform/site');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      full_name: 'Platform/Site',
      empty: false,
    });
    const wrong = await get('/repos/platform/site', {
      Authorization: `Basic ${btoa('portal:wrong')}`,
    });
    expect(wrong.status).toBe(401);
  });

  it.each(['main', 'sha', 'short'])('finds a commit by %s', async kind => {
    const ref = { main: 'main', sha, short: sha.slice(0, 10) }[kind];
    const response = await get(`/repos/platform/site/git/commits/${ref}`);
    expect(await response.json()).toMatchObject({
      sha,
      commit: {
        message: expect.stringMatching(/^Start\n?$/),
        author: { name: 'Ada' },
      },
      parents: [],
    });
  });

  it.each([
    '/repos/platform/none',
    '/repos/..%2f..%2fetc/passwd',
    '/repos/platform/..%2fsite',
    '/repos/platform/site/git/commits/none',
    '/repos/platform/site/git/commits/--all',
    '/repos/platform/site/git/commits/main%5E%7Btree%7D',
    '/repos/platform/site/contents/none?ref=main',
    '/repos/platform/site/contents/x?ref=none',
    '/repos/platform/site/archive/none.tar.gz',
    '/repos/platform/site/archive/--output=x.tar.gz',
    '/repos/platform/site/archive/main.zip',
    '/nothing',
  ])('has no %s', async path => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('message');
  });

  it.each([
    '/repos/platform/site/contents/..%2f..%2fsandbox.json',
    '/repos/platform/site/contents/a%2f%2e%2e%2fb',
    '/repos/platform/site/contents/a%00',
    '/repos/platform/site/contents/x?ref=a&ref=b',
  ])('refuses %s', async path => {
    expect((await get(path)).status).toBe(422);
  });

  it('answers 400 to an address that does not decode', async () => {
    expect((await get('/repos/%ff/x')).status).toBe(400);
  });
});

it('answers only when addressed as loopback', async () => {
  const status = await new Promise(resolve =>
    request(
      { port: host.port, host: '127.0.0.1', headers: { Host: 'evil.example' } },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end(),
  );
  expect(status).toBe(403);
});
