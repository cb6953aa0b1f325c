import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { describeWithTools } from '@alexandriaproject/test-rig';
import { askUntil } from './support/askUntil';
import { Observed, OBSERVING } from './support/Observed';
import {
  annotated,
  BEHAVIOUR_PREFIX,
  podFaults,
  template,
  wellBehaved,
} from './support/podFaults';

const NAME = 'payments';
const HOST = 'library.example.com';
const AUTH = [
  ...['create', 'secret', 'generic', 'alexandria-auth'],
  ...['--from-literal=jwt-secret=a', '--from-literal=admin-password=b'],
];

describeWithTools('the verdict on pods', [...OBSERVING], () => {
  let observed: Observed;

  beforeAll(async () => {
    observed = await Observed.start([NAME], 0);
    await observed.kubectl(AUTH);
  }, 600_000);
  afterAll(() => observed?.stop());

  it('goes from Progressing to Healthy', async () => {
    await observed.install(
      NAME,
      'auth.existingSecret=alexandria-auth',
      'ingress.enabled=true',
      `ingress.hosts[0].host=${HOST}`,
      `podAnnotations.test-rig\\.alexandriaproject\\.io/behaviour=waiting`,
    );
    // There is no controller of Ingresses, and an address is missed after two minutes.
    await observed.patch(
      `ingress/${NAME}`,
      { status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } } },
      '--subresource=status',
    );
    await observed.until(NAME, ({ partial }) => !partial);
    await observed.until(NAME, ({ deployments }) => deployments.length > 0);
    const { health: before } = await observed.untilDetails(
      NAME,
      ({ pods }) => pods.length > 0,
    );
    expect(before).toBe('Progressing');
    await observed.kubectl([
      'annotate',
      'pods',
      '--all',
      `${BEHAVIOUR_PREFIX}/behaviour-`,
    ]);
    const seen = await observed.until(
      NAME,
      ({ health }) => health === 'Healthy',
    );
    expect(
      seen
        .map(({ health }) => health)
        .filter(health => !['Progressing', 'Healthy'].includes(health)),
    ).toEqual([]);
    await observed.patch(`deployment/${NAME}`, annotated(wellBehaved));
    await observed.kubectl([
      'rollout',
      'status',
      `deployment/${NAME}`,
      '--timeout=30s',
    ]);
  });

  it('tells the details, of a new revision and of the way back', async () => {
    const before = (await observed.details(NAME)).rollout!.revision!;
    await observed.kubectl([
      ...['set', 'image', `deployment/${NAME}`],
      'api=ghcr.io/alexandriaproject/ee-api:v1.1.0',
    ]);
    // Each kind comes over a watch of its own, so one may be ahead of another.
    const isRevision =
      (number: number) =>
      ({ health, rollout, pods, network }: DeploymentDetails) => {
        const [current, ...others] = rollout?.revisions ?? [];
        const endpoints = network.services.at(0)?.endpoints;
        return (
          health === 'Healthy' &&
          rollout?.revision === number &&
          current.number === number &&
          current.replicas.ready === 1 &&
          others.every(({ replicas }) => replicas.present === 0) &&
          pods.length === 1 &&
          endpoints?.ready === 1 &&
          endpoints.total === 1
        );
      };
    const seen = await askUntil(
      () => Promise.all([observed.details(NAME), observed.status(NAME)]),
      ([details, { deployments }]) =>
        isRevision(before + 1)(details) &&
        // Something that is well may become so once more between the two answers.
        deployments[0].since === details.since,
    );
    const [{ rollout, pods, storage, network, since }] = seen[seen.length - 1];
    const [current, last] = rollout!.revisions;
    expect(rollout).toMatchObject({
      strategy: { type: 'Recreate' },
      health: 'Healthy',
      sentence: expect.stringContaining(`Revision ${before + 1} is rolled out`),
    });
    expect(current).toMatchObject({
      number: before + 1,
      current: true,
      replicas: { wanted: 1, ready: 1 },
      changes: ['api: latest → v1.1.0'],
    });
    expect(last).toMatchObject({
      number: before,
      current: false,
      replicas: { wanted: 0, present: 0 },
    });
    expect(pods).toMatchObject([
      {
        revision: before + 1,
        current: true,
        phase: 'Running',
        ready: true,
        node: expect.any(String),
        health: 'Healthy',
      },
    ]);
    expect(
      pods[0].containers.map(({ name, kind, role, state }) => [
        ...[name, kind, role, state.type],
      ]),
    ).toEqual([
      ['config-init', 'init', undefined, 'terminated'],
      ['api', 'container', 'api', 'running'],
      ['orchestrator', 'container', 'orchestrator', 'running'],
      ['dashboard', 'container', 'dashboard', 'running'],
    ]);
    expect(storage.claims).toMatchObject([
      {
        volume: 'data',
        mountedBy: expect.arrayContaining(['api', 'orchestrator']),
        phase: 'Bound',
        capacity: expect.stringMatching(/^\d+Gi$/),
        health: 'Healthy',
      },
    ]);
    expect(network.addresses).toMatchObject([
      {
        url: `https://${HOST}/`,
        source: { kind: 'Ingress', name: NAME },
        loadBalancer: ['192.0.2.7'],
        health: 'Healthy',
      },
    ]);
    expect(network.services).toMatchObject([
      { object: { name: NAME }, endpoints: { ready: 1, total: 1 } },
    ]);
    expect(Date.parse(since!)).toBeGreaterThanOrEqual(
      Date.parse(current.createdAt!),
    );
    await observed.kubectl(['rollout', 'undo', `deployment/${NAME}`]);
    const back = await observed.untilDetails(NAME, isRevision(before + 2));
    expect(back.rollout!.revisions[0]).toMatchObject({
      formerNumbers: expect.arrayContaining([before]),
      changes: ['api: v1.1.0 → latest'],
    });
  });

  it.each(podFaults)('tells $what, until it is mended', async each => {
    await observed.patch(`deployment/${NAME}`, annotated(each.annotations));
    const finding = await observed.finding(NAME, each.code, 'Degraded');
    expect(finding).toMatchObject(each.said);
    await observed.patch(`deployment/${NAME}`, annotated(wellBehaved));
    await observed.clears(NAME, finding);
  });

  it('tells that no node takes the pod', async () => {
    const nodeSelector = (pool: string | null) =>
      template({ spec: { nodeSelector: { pool } } });
    await observed.patch(`deployment/${NAME}`, nodeSelector('absent'));
    const finding = await observed.finding(
      NAME,
      'PodUnschedulable',
      'Degraded',
    );
    expect(finding).toMatchObject({
      cause: expect.stringMatching(/Unschedulable.*0\/2 nodes are available/),
      remedy: expect.stringContaining('correct nodeSelector'),
    });
    await observed.patch(`deployment/${NAME}`, nodeSelector(null));
    await observed.clears(NAME, finding);
  });

  it('tells that the quota is used up', async () => {
    const hard = (pods: string) => ({ spec: { hard: { pods } } });
    await observed.kubectl(['create', 'quota', 'few', '--hard=pods=0']);
    await observed.kubectl([
      'wait',
      '--for=jsonpath={.status.hard.pods}=0',
      'quota/few',
    ]);
    await observed.kubectl(['delete', 'pods', '--all']);
    const finding = await observed.finding(NAME, 'QuotaExceeded', 'Degraded');
    expect(finding).toMatchObject({
      title: expect.stringContaining('Quota few of namespace alexandria'),
      cause: expect.stringContaining('exceeded quota: few'),
      remedy: expect.stringMatching(/^kubectl .*describe resourcequota few/),
    });
    await observed.follow(finding);
    await observed.patch('quota/few', hard('100'));
    await observed.clears(NAME, finding);
  });

  it('tells that a rollout made no progress, and goes back', async () => {
    const waiting = annotated({ behaviour: 'stuck' });
    await observed.patch(`deployment/${NAME}`, {
      spec: { ...waiting.spec, progressDeadlineSeconds: 3 },
    });
    const finding = await observed.finding(
      NAME,
      'ProgressDeadlineExceeded',
      'Degraded',
    );
    expect(finding).toMatchObject({
      title: `The rollout of ${NAME} made no progress for 3 s`,
      cause: expect.stringContaining('ProgressDeadlineExceeded'),
      remedy: expect.stringContaining(`rollout undo deployment/${NAME}`),
    });
    await observed.kubectl(['rollout', 'undo', `deployment/${NAME}`]);
    await observed.clears(NAME, finding);
  });

  it.each([
    ['paused', ['rollout', 'pause'], 'RolloutPaused', /rollout resume/],
    [
      'scaled to zero',
      ['scale', '--replicas=0'],
      'ScaledToZero',
      /scale .*--replicas=1/,
    ],
  ])('tells that it is %s, and how to go on', async (_, args, code, remedy) => {
    await observed.kubectl([...args, `deployment/${NAME}`]);
    const finding = await observed.shown(NAME, code, 'Suspended');
    expect(finding.remedy).toMatch(remedy);
    await observed.follow(finding);
    await observed.clears(NAME, finding);
  });
});
