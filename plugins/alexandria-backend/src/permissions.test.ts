/** @jest-environment node */
import { startGitHost, type GitHost } from '@alexandriaproject/sandbox';
import { mockServices } from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import type { Response } from 'supertest';
import { ClusterApi } from './__testUtils__/ClusterApi';
import { instance, Portal } from './__testUtils__/Portal';
import { until } from './__testUtils__/until';

/** Who owns the instance that the others may not know of. */
const OWNER = 'user:default/owner';
/** Who may not read it. */
const STRANGER = 'user:default/stranger';

/** An instance that there is, and a name of the same length that nothing has. */
const HIDDEN = 'hidden';
const ABSENT = 'absent';

type Decide = (
  permission: Parameters<typeof createCatalogConditionalDecision>[0],
  user: string,
) => PolicyDecision;

const isOwner = (user: string) =>
  catalogConditions.isEntityOwner({ claims: [user] });

/** Ways to say that the stranger may not read the instance in the catalog. What the permission of the status says is nothing to it. */
const policies: [string, Decide][] = [
  [
    'a flat no',
    (_, user) => ({
      result: user === OWNER ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    }),
  ],
  [
    'their own for each, on the catalog and the status alike',
    (permission, user) =>
      createCatalogConditionalDecision(permission, isOwner(user)),
  ],
  [
    'their own for each in the catalog, and the status of all',
    (permission, user) =>
      permission.name === 'catalog.entity.read'
        ? createCatalogConditionalDecision(permission, isOwner(user))
        : { result: AuthorizeResult.ALLOW },
  ],
  [
    'what has no such tag, for strangers',
    (permission, user) =>
      user === OWNER
        ? { result: AuthorizeResult.ALLOW }
        : createCatalogConditionalDecision(permission, {
            not: catalogConditions.hasMetadata({ key: 'name', value: HIDDEN }),
          }),
  ],
];

let decide: Decide;

const policy = {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    return isResourcePermission(permission, 'catalog-entity') && user
      ? decide(permission, user.info.userEntityRef)
      : { result: AuthorizeResult.ALLOW };
  },
};

/** Headers that are other ones for each answer, or are made from the name that was asked for. */
const INCIDENTAL = ['date', 'etag'];

/** All that somebody is told, but for the name that they asked for. */
function told(response: Response, name: string) {
  const headers = Object.entries(response.headers as Record<string, string>)
    .filter(([header]) => !INCIDENTAL.includes(header))
    .map(([header, value]) => `${header}: ${value}`);
  return [response.status, ...headers, '', response.text]
    .join('\n')
    .replaceAll(name, 'NAME');
}

let git: GitHost;
let cluster: ClusterApi;
let portal: Portal;

/** Every question that can be asked about an instance, and the status of the answer to who may not know of it. */
const questions: [
  string,
  number,
  (user: string, name: string) => PromiseLike<Response>,
][] = [
  ['the status', 404, (user, name) => portal.status(user, name)],
  [
    'the status, by another spelling',
    404,
    (user, name) =>
      portal.get(
        user,
        `/api/alexandria/v1/instances/COMPONENT/Default/${name}/status`,
      ),
  ],
  [
    'the action',
    404,
    (user, name) =>
      portal.action(user, 'get-instance-status', { entityRef: name }),
  ],
  [
    'the MCP server',
    200,
    (user, name) =>
      portal.mcp(user, 'tools/call', {
        name: 'alexandria.get-instance-status',
        arguments: { entityRef: `component:default/${name}` },
      }),
  ],
  [
    'its repository',
    404,
    (user, name) =>
      portal.get(
        user,
        `/api/alexandria/v1/instances/component/default/${name}/repository`,
      ),
  ],
  [
    'whether its repository exists',
    200,
    (user, name) =>
      portal.get(
        user,
        `/api/alexandria/v1/repository-availability?repoUrl=${encodeURIComponent(
          `localhost:${git.port}?owner=platform&repo=${name}`,
        )}`,
      ),
  ],
];

beforeAll(async () => {
  git = await startGitHost({
    ...{ port: 0, username: 'portal', password: 'secret' },
    logger: mockServices.logger.mock(),
  });
  cluster = await ClusterApi.start();
  cluster.deploy(HIDDEN);
  [[, decide]] = policies;
  portal = await Portal.start({
    cluster,
    policy,
    entities: [instance(HIDDEN, OWNER)],
    config: {
      integrations: {
        gitea: [
          {
            ...{ host: `localhost:${git.port}`, baseUrl: git.baseUrl },
            ...{ username: 'portal', password: 'secret' },
          },
        ],
      },
    },
  });
  await until(async () => {
    const { body } = await portal.status(OWNER, HIDDEN);
    return body.health === 'Healthy';
  });
}, 60_000);

afterAll(async () => {
  await portal?.stop();
  await cluster?.stop();
  await git?.close();
});

describe.each(policies)('where the policy is %s', (name, given) => {
  beforeEach(() => {
    decide = given;
  });

  it('the owner may read the instance', async () => {
    const { status, body } = await portal.status(OWNER, HIDDEN);
    expect([status, body.health]).toEqual([200, 'Healthy']);
  });

  it.each(questions)(
    'who may not read it is told by %s what is told of one that is not there',
    async (__, status, ask) => {
      const answer = await ask(STRANGER, HIDDEN);
      expect(answer.status).toBe(status);
      expect(answer.text).not.toMatch(/Healthy|north|shared/);
      expect(told(answer, HIDDEN)).toBe(
        told(await ask(STRANGER, ABSENT), ABSENT),
      );
    },
  );

  it.each([OWNER, STRANGER])(
    'only services are told what runs in a cluster, and not %s',
    async user => {
      const path = '/api/alexandria/v1/clusters/north/deployments';
      const answer = await portal.get(user, path);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain(HIDDEN);
      const { body, headers } = await portal.getAsPlugin(path);
      expect(body).toMatchObject({
        cluster: { name: 'north', condition: 'Current' },
        deployments: [{ namespace: 'shared', name: HIDDEN }],
      });
      // Who knows what was said is told that it holds, and nobody else is.
      const known = { 'If-None-Match': headers.etag };
      const again = await portal.getAsPlugin(path).set(known);
      expect([again.status, again.text]).toEqual([304, '']);
      expect((await portal.get(user, path).set(known)).status).toBe(403);
    },
  );

  it('the fleet has what somebody may read, and nothing of the rest', async () => {
    const fleet = '/api/alexandria/v1/fleet';
    const { body } = await portal.get(OWNER, fleet);
    expect(body).toMatchObject({
      clusters: [{ name: 'north', condition: 'Current' }],
      deployments: [{ entityRef: `component:default/${HIDDEN}` }],
    });
    const answer = await portal.get(STRANGER, fleet);
    expect(answer.text).not.toMatch(new RegExp(`${HIDDEN}|shared`));
    expect([answer.status, answer.body.deployments ?? []]).toEqual(
      // Who may read no status at all is told so, which does not depend on what there is.
      name === 'a flat no' ? [403, []] : [200, []],
    );
  });

  it('what somebody may not read is counted nowhere', async () => {
    const nothing = {
      summary: '0 of 0 instances are unhealthy',
      ...{ judged: 0, unknown: [], instances: [] },
    };
    const { body } = await portal.action(
      STRANGER,
      'list-unhealthy-instances',
      {},
    );
    expect(body.output).toEqual(nothing);
    const { text } = await portal.mcp(STRANGER, 'tools/call', {
      name: 'alexandria.list-unhealthy-instances',
      arguments: {},
    });
    expect(text).toContain(`"structuredContent":${JSON.stringify(nothing)}`);
  });
});

describe('hints', () => {
  /** What somebody might take for the channel of an instance. */
  const guesses = [
    HIDDEN,
    `component:default/${HIDDEN}`,
    `alexandria:component:default/${HIDDEN}`,
    ...['alexandria', 'alexandria:', '*', 'alexandria:*', ''],
  ];

  it('are heard by who may read the instance, and say nothing; by others not at all', async () => {
    const {
      body: { hints },
    } = await portal.status(OWNER, HIDDEN);
    const refused = await portal.status(STRANGER, HIDDEN);
    expect(refused.text).not.toContain('alexandria:');
    const owner = await portal.listen([hints.channel]);
    const stranger = await portal.listen([
      ...guesses,
      hints.channel.slice(0, -1),
    ]);
    cluster.deploy(HIDDEN, { paused: true });
    await until(() => owner.heard.length > 0);
    expect(owner.heard).toEqual([{ channel: hints.channel, message: {} }]);
    expect(stranger.heard).toEqual([]);
    const { body } = await portal.status(OWNER, HIDDEN);
    expect(body.health).toBe('Suspended');
  });

  it('are on a channel of its own for each instance', async () => {
    const before = await portal.status(OWNER, HIDDEN);
    const after = await portal.status(OWNER, HIDDEN);
    expect(after.body.hints).toEqual(before.body.hints);
    expect(before.body.hints.channel).not.toContain(HIDDEN);
  });
});
