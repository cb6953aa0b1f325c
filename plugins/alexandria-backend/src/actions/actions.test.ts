/** @jest-environment node */
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { alexandriaStatusReadPermission } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { ClusterApi } from '../__testUtils__/ClusterApi';
import { instance, Portal } from '../__testUtils__/Portal';
import { until } from '../__testUtils__/until';

const ADA = 'user:default/ada';
const BOB = 'user:default/bob';

type Rule = 'allowed' | 'denied' | 'their own';

/** Whose status somebody may read. */
let rule: Rule = 'allowed';

async function handle(
  { permission }: PolicyQuery,
  user?: PolicyQueryUser,
): Promise<PolicyDecision> {
  if (
    rule === 'allowed' ||
    !isPermission(permission, alexandriaStatusReadPermission)
  ) {
    return { result: AuthorizeResult.ALLOW };
  }
  return rule === 'denied' ||
    !isResourcePermission(permission, 'catalog-entity')
    ? { result: AuthorizeResult.DENY }
    : createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({
          claims: user?.info.ownershipEntityRefs ?? [],
        }),
      );
}

let cluster: ClusterApi;
let portal: Portal;

beforeAll(async () => {
  cluster = await ClusterApi.start();
  cluster.deploy('well');
  cluster.deploy('paused', { paused: true });
  portal = await Portal.start({
    cluster,
    entities: [
      instance('well', ADA),
      instance('paused', ADA),
      instance('gone', ADA),
      instance('lost', BOB),
      // Where it runs nobody looks.
      {
        ...instance('elsewhere', BOB),
        metadata: {
          name: 'elsewhere',
          tags: ['alexandria'],
          annotations: {
            'backstage.io/kubernetes-id': 'elsewhere',
            'backstage.io/kubernetes-cluster': 'south',
          },
        },
      },
    ],
    policy: { handle },
  });
  await until(async () => {
    const { body } = await portal.action(ADA, 'list-unhealthy-instances', {});
    return body.output?.judged === 4 && body.output.unknown.length === 1;
  });
}, 60_000);

afterAll(async () => {
  await portal?.stop();
  await cluster?.stop();
});
beforeEach(() => {
  rule = 'allowed';
});

describe('the actions', () => {
  it('are exactly these, none of which changes anything', async () => {
    const { body } = await portal.get(
      ADA,
      '/api/alexandria/.backstage/actions/v1/actions',
    );
    const attributes = { readOnly: true, destructive: false, idempotent: true };
    expect(
      body.actions.map((action: { id: string; attributes: object }) => [
        action.id,
        action.attributes,
      ]),
    ).toEqual([
      ['alexandria:explain-finding', attributes],
      ['alexandria:get-instance-status', attributes],
      ['alexandria:list-unhealthy-instances', attributes],
    ]);
  });
});

describe('get-instance-status', () => {
  const ask = (entityRef: string, user = ADA) =>
    portal.action(user, 'get-instance-status', { entityRef });

  it('answers as the API does, but for the channel of hints', async () => {
    const { body } = await portal.status(ADA, 'paused');
    const { hints, deployments, ...said } = body;
    expect(hints.channel).toMatch(/^alexandria:/);
    const { status, body: answer } = await ask('component:default/paused');
    expect(status).toBe(200);
    expect(answer.output).toEqual({
      ...said,
      deployments: deployments.map((each: object) => ({
        ...each,
        observedAt: expect.any(String),
      })),
    });
  });

  it.each(['paused', 'default/paused', 'component:paused'])(
    'knows which entity %s is',
    async entityRef => {
      const { body } = await ask(entityRef);
      expect(body.output.entityRef).toBe('component:default/paused');
    },
  );

  it.each<[Rule, string, number]>([
    ['allowed', BOB, 200],
    ['denied', BOB, 403],
    ['denied', ADA, 403],
    ['their own', BOB, 403],
    ['their own', ADA, 200],
  ])('where it is %s, answers %s with %i', async (given, user, status) => {
    rule = given;
    expect((await ask('well', user)).status).toBe(status);
    expect((await portal.status(user, 'well')).status).toBe(status);
  });

  it.each([
    ['an entity that is not there', 'absent', 404],
    ['no entity', '', 400],
    ['half of one', 'component:', 400],
  ])('refuses %s', async (_, entityRef, status) => {
    expect((await ask(entityRef)).status).toBe(status);
  });
});

describe('list-unhealthy-instances', () => {
  const ask = async (user: string) => {
    const { body } = await portal.action(user, 'list-unhealthy-instances', {});
    return body.output;
  };

  const gone = {
    entityRef: 'component:default/gone',
    health: 'Missing',
    deployments: [],
  };
  const lost = { ...gone, entityRef: 'component:default/lost' };
  const elsewhere = 'component:default/elsewhere';

  it.each<[Rule, string, object]>([
    [
      'allowed',
      ADA,
      {
        summary: '2 of 4 instances are unhealthy; 1 could not be judged',
        judged: 4,
        unknown: [elsewhere],
        instances: [gone, lost],
      },
    ],
    [
      'their own',
      ADA,
      {
        summary: '1 of 3 instances are unhealthy',
        judged: 3,
        unknown: [],
        instances: [gone],
      },
    ],
    [
      'their own',
      BOB,
      {
        summary: '1 of 1 instance is unhealthy; 1 could not be judged',
        judged: 1,
        unknown: [elsewhere],
        instances: [lost],
      },
    ],
    [
      'denied',
      ADA,
      {
        summary: '0 of 0 instances are unhealthy',
        judged: 0,
        unknown: [],
        instances: [],
      },
    ],
  ])('where it is %s, tells %s this', async (given, user, answer) => {
    rule = given;
    expect(await ask(user)).toEqual(answer);
  });
});

describe('explain-finding', () => {
  const ask = (code: string) => portal.action(ADA, 'explain-finding', { code });

  it.each([
    [
      'PodUnschedulable',
      {
        severity: 'critical',
        health: 'Degraded',
        title: 'No node takes the pod',
      },
    ],
    ['rolloutpaused', { severity: 'info', health: 'Suspended' }],
    ['ContainerRestarted', { severity: 'warning' }],
  ])('knows %s', async (code, said) => {
    const { body } = await ask(code);
    expect(body.output).toMatchObject(said);
    expect(body.output.docs).toBe(`docs/findings/${body.output.code}.md`);
    expect('health' in body.output).toBe('health' in said);
  });

  it('names what there is when it is asked for something else', async () => {
    const { status, body } = await ask('Tired');
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/no finding Tired.*PodUnschedulable/);
  });
});

describe('the MCP server', () => {
  const gone = { entityRef: 'component:default/gone' };

  const call = async (name: string, args: object) => {
    const { text } = await portal.mcp(ADA, 'tools/call', {
      name: `alexandria.${name}`,
      arguments: args,
    });
    // One event, whose data is the answer.
    const data = text.split('\n').find(each => each.startsWith('data: '))!;
    return JSON.parse(data.slice('data: '.length)).result;
  };

  it('answers "why is my Alexandria down?"', async () => {
    const { structuredContent: list } = await call(
      'list-unhealthy-instances',
      {},
    );
    expect(list.instances.map((each: typeof gone) => each.entityRef)).toContain(
      gone.entityRef,
    );
    const { structuredContent: paused } = await call('get-instance-status', {
      entityRef: 'paused',
    });
    expect(paused.health).toBe('Suspended');
    const [finding] = paused.deployments[0].findings;
    expect(finding).toMatchObject({
      code: 'RolloutPaused',
      cause: expect.stringContaining('paused'),
      remedy: expect.stringContaining('kubectl'),
    });
    const { structuredContent: explanation } = await call('explain-finding', {
      code: finding.code,
    });
    expect(explanation.title).toBe('The rollout is paused');
  });

  it('says what was wrong', async () => {
    expect(await call('get-instance-status', { entityRef: 'absent' })).toEqual({
      content: [
        {
          type: 'text',
          text: 'NotFoundError: There is no entity component:default/absent',
        },
      ],
      isError: true,
    });
  });
});
