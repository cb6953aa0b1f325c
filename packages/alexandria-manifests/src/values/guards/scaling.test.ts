import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { scalingGuards } from './scaling';

const postgres = { database: { existingSecret: 'db' } };
const shared = { accessMode: 'ReadWriteMany' } as const;
const auth = { existingSecret: 'auth' };
const scaled = { config: postgres, persistence: shared, auth };
const store = { enabled: true };
const container = { name: 'proxy', image: 'proxy:1' };

const cases: GuardCase[] = [
  [
    'replicas-need-postgres',
    { ...scaled, replicaCount: 2, config: {} },
    'replicaCount',
    { ...scaled, replicaCount: 2 },
  ],
  [
    'replicas-need-postgres',
    { ...scaled, autoscaling: { enabled: true }, config: {} },
    'autoscaling.maxReplicas',
    { ...scaled, autoscaling: { enabled: true } },
  ],
  [
    'replicas-need-shared-storage',
    { ...scaled, replicaCount: 2, persistence: {} },
    'persistence.accessMode',
    { ...scaled, replicaCount: 2 },
  ],
  [
    'replicas-need-shared-storage',
    { ...scaled, replicaCount: 2, persistence: { ...shared, enabled: false } },
    'persistence.accessMode',
    { ...scaled, replicaCount: 1, persistence: { enabled: false } },
  ],
  [
    'jwt-needs-source',
    { ...scaled, replicaCount: 2, auth: {} },
    'auth.existingSecret',
    { ...scaled, replicaCount: 2, auth: { jwtSecret: 'x' } },
  ],
  [
    'jwt-needs-source',
    { persistence: { enabled: false } },
    'auth.existingSecret',
    { persistence: { enabled: false }, externalSecrets: store },
  ],
  [
    'autoscaling-min-max',
    { autoscaling: { minReplicas: 6 } },
    'autoscaling.minReplicas',
    { autoscaling: { minReplicas: 5 } },
  ],
  [
    'autoscaling-needs-metric',
    {
      ...scaled,
      autoscaling: { enabled: true, targetCPUUtilizationPercentage: null },
    },
    'autoscaling.enabled',
    {
      ...scaled,
      autoscaling: {
        enabled: true,
        targetCPUUtilizationPercentage: null,
        targetMemoryUtilizationPercentage: 80,
      },
    },
  ],
  [
    'autoscaling-container-unknown',
    { ...scaled, autoscaling: { enabled: true, container: 'proxy' } },
    'autoscaling.container',
    {
      ...scaled,
      autoscaling: { enabled: true, container: 'proxy' },
      extraContainers: [container],
    },
  ],
  [
    'autoscaling-container-unknown',
    { ...scaled, autoscaling: { enabled: true, container: 'config-init' } },
    'autoscaling.container',
    { ...scaled, autoscaling: { enabled: true, container: 'dashboard' } },
  ],
  [
    'pdb-both',
    { pdb: { enabled: true, maxUnavailable: 1 } },
    'pdb.maxUnavailable',
    { pdb: { enabled: true, minAvailable: null, maxUnavailable: '50%' } },
  ],
  [
    'pdb-neither',
    { pdb: { enabled: true, minAvailable: null } },
    'pdb.enabled',
    { pdb: { minAvailable: null } },
  ],
  [
    'existing-claim-needs-persistence',
    { auth, persistence: { enabled: false, existingClaim: 'x' } },
    'persistence.existingClaim',
    { auth, persistence: { existingClaim: 'x' } },
  ],
];

describe('the guards of replicas and storage', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(scalingGuards, cases)).toEqual([]);
  });
});
