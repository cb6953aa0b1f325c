import { BrokenCase } from './BrokenCase';
import { shared } from './parts';

export const brokenScaling: BrokenCase[] = [
  {
    id: 'replicas-need-postgres',
    values: { ...shared, replicaCount: 2, config: {} },
  },
  {
    id: 'replicas-need-postgres',
    values: { ...shared, autoscaling: { enabled: true }, config: {} },
  },
  {
    id: 'replicas-need-shared-storage',
    values: { ...shared, replicaCount: 2, persistence: {} },
  },
  {
    id: 'jwt-needs-source',
    values: { persistence: { enabled: false } },
  },
  {
    id: 'jwt-needs-source',
    values: {
      persistence: { enabled: false },
      externalSecrets: { enabled: true, jwtSecretKey: '' },
    },
  },
  {
    id: 'jwt-needs-source',
    values: { ...shared, replicaCount: 2, auth: {} },
  },
  {
    id: 'autoscaling-min-max',
    values: { autoscaling: { minReplicas: 6 } },
  },
  {
    id: 'autoscaling-needs-metric',
    values: {
      ...shared,
      autoscaling: { enabled: true, targetCPUUtilizationPercentage: null },
    },
  },
  {
    id: 'autoscaling-container-unknown',
    values: { ...shared, autoscaling: { enabled: true, container: 'worker' } },
  },
  { id: 'pdb-both', values: { pdb: { enabled: true, maxUnavailable: 1 } } },
  { id: 'pdb-neither', values: { pdb: { enabled: true, minAvailable: null } } },
  {
    id: 'existing-claim-needs-persistence',
    values: {
      persistence: { enabled: false, existingClaim: 'mine' },
      auth: { existingSecret: 'alexandria-auth' },
    },
  },
];
