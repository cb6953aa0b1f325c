import {
  describeWithTools,
  startCluster,
  startPostgres,
  type Cluster,
  type PostgresServer,
} from '@alexandriaproject/test-rig';
import type { Entity } from '@backstage/catalog-model';
import path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { askUntil } from './support/askUntil';
import { clusterEntry, type ClusterEntry } from './support/clusterEntry';
import { helmCommand } from './support/helmCommand';
import { NotifyingPortal } from './support/NotifyingPortal';
import { componentOf } from './support/startBackend';

const CHART = path.join(__dirname, '../packages/alexandria-manifests/chart');
const NAMESPACE = 'alexandria';
const PREFIX = 'test-rig.alexandriaproject.io';

/** Longer than anything has to last to be told, in milliseconds. */
const LONG_MS = 6_000;

const located = (entity: Entity): Entity => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://git.example.com/a',
      'backstage.io/managed-by-origin-location':
        'url:https://git.example.com/a',
      ...entity.metadata.annotations,
    },
  },
});

const user = (name: string, memberOf: string[]): Entity =>
  located({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: { profile: {}, memberOf },
  });

const entities: Entity[] = [
  located({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team' },
    spec: { type: 'team', children: [] },
  }),
  user('ada', ['team']),
  user('bob', []),
  componentOf('pilot', {
    'backstage.io/kubernetes-label-selector':
      'app.kubernetes.io/instance=pilot',
  }),
];

const ADA = 'user:default/ada';

/** A real cluster, the real catalog, the real notifications plugin and PostgreSQL. */
describeWithTools('notifications', ['cluster', 'helm-4', 'postgres'], () => {
  let cluster: Cluster;
  let postgres: PostgresServer;
  let entry: ClusterEntry;
  let portal: NotifyingPortal;

  const running = new Set<NotifyingPortal>();
  const startPortal = async (
    more: Partial<Parameters<typeof NotifyingPortal.start>[0]> = {},
  ) => {
    const started = await NotifyingPortal.start({
      ...{ clusters: [entry], entities, postgres, ...more },
    });
    running.add(started);
    return started;
  };
  const stopPortal = async (one: NotifyingPortal) => {
    running.delete(one);
    await one.stop();
  };
  /** Has a container of the instance fail, or none. */
  const behave = async (behaviour: string | null) => {
    const { code, stderr } = await cluster.kubectl([
      ...['patch', 'deployment', 'pilot', `--namespace=${NAMESPACE}`],
      '--patch',
      JSON.stringify({
        spec: {
          template: {
            metadata: {
              annotations: {
                [`${PREFIX}/behaviour`]: behaviour,
                [`${PREFIX}/container`]: behaviour && 'api',
              },
            },
          },
        },
      }),
    ]);
    expect([code, stderr]).toEqual([0, '']);
  };
  const untilHealth = (health: string) =>
    askUntil(
      () => portal.health('pilot'),
      said => said === health,
    );
  const untilTold = async (title: string) => {
    const said = await askUntil(
      () => portal.notifications(ADA),
      ([first]) => first?.payload.title.includes(title) ?? false,
    );
    return said.at(-1)!;
  };

  beforeAll(async () => {
    [cluster, postgres] = await Promise.all([startCluster(), startPostgres()]);
    await cluster.createNamespace(NAMESPACE, 'restricted');
    entry = await clusterEntry(cluster, 'north');
    await helmCommand(cluster, [
      ...['install', 'pilot', CHART, `--namespace=${NAMESPACE}`],
    ]);
    portal = await startPortal();
    await untilHealth('Healthy');
  }, 180_000);

  afterAll(async () => {
    for (const one of running) {
      await one.stop();
    }
    await postgres?.stop();
    await cluster?.stop();
  });

  it('tells nobody of what is healthy', async () => {
    await sleep(LONG_MS);
    expect(await portal.told()).toEqual([{ name: 'pilot', kind: 'healthy' }]);
    expect(await portal.saved()).toBe(0);
  });

  it('tells the members of the group that owns an instance that it is unhealthy, why and what to do', async () => {
    await behave('CrashLoopBackOff');
    const [said, ...others] = await untilTold('Degraded');
    expect(others).toEqual([]);
    expect(said).toMatchObject({
      user: ADA,
      origin: 'plugin:alexandria',
      payload: {
        title: expect.stringMatching(
          /^pilot in north\/alexandria: pilot is Degraded: .*api/,
        ),
        description: expect.stringMatching(/exit code 1[^]*kubectl logs/),
        severity: 'critical',
        topic: 'alexandria',
        link: '/catalog/default/component/pilot/alexandria?deployment=north%2Falexandria%2Fpilot',
      },
    });
    expect(await portal.notifications('user:default/bob')).toEqual([]);
  });

  it('tells it once, and not again when the portal is restarted', async () => {
    const before = await portal.notifications(ADA);
    await stopPortal(portal);
    portal = await startPortal();
    await untilHealth('Degraded');
    await sleep(LONG_MS);
    expect(await portal.notifications(ADA)).toEqual(before);
  });

  it('tells in the place of that that it recovered', async () => {
    const [before] = await portal.notifications(ADA);
    await behave(null);
    const [said, ...others] = await untilTold('Healthy again');
    expect(others).toEqual([]);
    expect(said).toMatchObject({
      id: before.id,
      payload: { severity: 'low', scope: before.payload.scope },
    });
  });

  it('tells once, however many processes the portal has', async () => {
    const second = await startPortal();
    await behave('CrashLoopBackOff');
    const told = await untilTold('Degraded');
    await sleep(LONG_MS);
    expect(await second.notifications(ADA)).toEqual(told);
    expect(told).toHaveLength(1);
    expect(await portal.told()).toEqual([{ name: 'pilot', kind: 'unhealthy' }]);
    // One of them goes, and the other goes on.
    await stopPortal(portal);
    portal = second;
    await behave(null);
    expect(await untilTold('Healthy again')).toHaveLength(1);
  });

  it('starts in a portal without the notifications plugin, and tells later what it could not tell', async () => {
    await stopPortal(portal);
    portal = await startPortal({ isWithNotifications: false });
    await untilHealth('Healthy');
    await behave('CrashLoopBackOff');
    await untilHealth('Degraded');
    await sleep(LONG_MS);
    expect(await portal.told()).toEqual([{ name: 'pilot', kind: 'healthy' }]);
    await stopPortal(portal);
    portal = await startPortal();
    expect(await untilTold('Degraded')).toHaveLength(1);
  });

  it('tells that an instance is not there any more', async () => {
    await helmCommand(cluster, [
      ...['uninstall', 'pilot', `--namespace=${NAMESPACE}`],
    ]);
    // That it is unhealthy was told, and is not told again.
    await untilHealth('Missing');
    await sleep(LONG_MS);
    const [said] = await portal.notifications(ADA);
    expect(said.payload.title).toContain('Degraded');
    await helmCommand(cluster, [
      ...['install', 'pilot', CHART, `--namespace=${NAMESPACE}`],
    ]);
    await untilTold('Healthy again');
    await helmCommand(cluster, [
      ...['uninstall', 'pilot', `--namespace=${NAMESPACE}`],
    ]);
    await untilTold('pilot is Missing');
  });
});
