import type {
  Fleet,
  FleetDeployment,
  Health,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

const pick = <T>(values: readonly T[], index: number): T =>
  values[index % values.length];

const FINDINGS: Partial<Record<Health, FleetDeployment['findings']>> = {
  Degraded: [
    {
      code: 'ContainerCrashLooping',
      severity: 'critical',
      title: 'Container orchestrator crashes again and again',
    },
    {
      ...{ code: 'ValuesDrift', severity: 'warning' },
      title: 'The replicas differ from the values',
    },
  ],
  Progressing: [
    {
      ...{ code: 'RolloutInProgress', severity: 'info' },
      title: 'A rollout is in progress',
    },
  ],
};

const HEALTHS: Health[] = [
  ...Array<Health>(12).fill('Healthy'),
  ...(['Degraded', 'Progressing', 'Suspended', 'Unknown'] as const),
];

/** A Deployment that serves; what is given is otherwise. */
export const fleetDeployment = (
  more: Partial<FleetDeployment> = {},
): FleetDeployment => ({
  entityRef: 'component:default/assistant',
  ...{ owner: 'group:default/platform', discovered: false },
  ...{ cluster: 'eu-west', namespace: 'assistant-prod', name: 'alexandria' },
  ...{ environment: 'prod', version: 'v1.4.2', chartVersion: '0.1.0' },
  ...{ health: 'Healthy', stale: false },
  since: '2026-03-02T03:04:05.000Z',
  replicas: { wanted: 2, updated: 2, ready: 2, available: 2 },
  secrets: { needed: 2, troubled: 0, unknown: 0 },
  findings: [],
  ...more,
});

/** As many Deployments as wanted, over four clusters and three environments, of which one in sixteen fails. */
export function fleetFixture(size: number): Fleet {
  const clusters = ['eu-west', 'us-east', 'ap-south', 'edge'];
  const deployments = Array.from({ length: size }, (_, index) => {
    const number = String(index).padStart(5, '0');
    const environment = pick(['prod', 'staging', 'dev'], index);
    const health = pick(HEALTHS, index);
    return fleetDeployment({
      entityRef: `component:default/assistant-${number}`,
      owner: `group:default/team-${index % 40}`,
      discovered: index % 25 === 0,
      cluster: pick(clusters, index),
      ...{ namespace: `assistant-${number}-${environment}`, environment },
      version: `v1.${index % 6}.${index % 3}`,
      health,
      ...(health === 'Unknown'
        ? {
            ...{ lastKnownHealth: 'Healthy' as const, stale: true },
            observedAt: '2026-03-02T03:00:00.000Z',
          }
        : {}),
      findings: FINDINGS[health] ?? [],
    });
  });
  return {
    clusters: clusters.map(name =>
      name === 'edge'
        ? {
            ...{ name, title: 'Edge', condition: 'Failing' as const },
            message: 'connect ECONNREFUSED 192.0.2.7:6443',
            observedAt: '2026-03-02T03:00:00.000Z',
          }
        : { name, condition: 'Current' as const },
    ),
    deployments,
    truncated: false,
  };
}
