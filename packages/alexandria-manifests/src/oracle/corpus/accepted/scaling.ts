import { AcceptedCase } from './AcceptedCase';
import { shared } from './parts';

const scaled = (autoscaling: object): AcceptedCase['values'] => ({
  ...shared,
  autoscaling: { enabled: true, ...autoscaling },
});

/** Replicas, storage and disruption. */
export const scalingCases: AcceptedCase[] = [
  {
    name: 'SQLite on ReadWriteMany',
    values: { persistence: { accessMode: 'ReadWriteMany' } },
  },
  {
    name: 'SQLite on ReadWriteOncePod',
    values: { persistence: { accessMode: 'ReadWriteOncePod', size: '1.5Ti' } },
  },
  {
    name: 'Postgres on ReadWriteOnce',
    values: { config: shared.config },
  },
  {
    name: 'Postgres on ReadWriteMany, three replicas',
    values: { ...shared, replicaCount: 3 },
  },
  {
    name: 'Postgres from a URL on ReadWriteMany',
    values: {
      ...shared,
      config: { database: { url: 'postgres://u:p@db/a' } },
      replicaCount: 2,
    },
  },
  {
    name: 'no persistence, with Postgres',
    values: { ...shared, persistence: { enabled: false } },
  },
  {
    name: 'no persistence and a key pair of its own',
    values: { persistence: { enabled: false }, auth: shared.auth },
  },
  {
    name: 'an existing claim',
    values: { persistence: { existingClaim: 'data.old', size: '1' } },
  },
  { name: 'a storage class', values: { persistence: { storageClass: 'gp3' } } },
  {
    name: 'a storage class named as YAML’s false',
    values: { persistence: { storageClass: 'no' } },
  },
  { name: 'no storage class', values: { persistence: { storageClass: '-' } } },
  { name: 'autoscaling on the defaults', values: scaled({}) },
  {
    name: 'autoscaling on memory alone, of the whole pod',
    values: scaled({
      targetCPUUtilizationPercentage: null,
      targetMemoryUtilizationPercentage: 75,
      container: '',
    }),
  },
  {
    name: 'autoscaling on both, of the API, with a behaviour',
    values: scaled({
      minReplicas: 3,
      maxReplicas: 1000,
      targetCPUUtilizationPercentage: 1,
      targetMemoryUtilizationPercentage: 1000000,
      container: 'api',
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
        },
      },
    }),
  },
  {
    name: 'autoscaling that is off, with nonsense around it',
    values: {
      autoscaling: { enabled: false, container: 'worker' },
      replicaCount: 1,
    },
  },
  {
    name: 'a budget of no pod unavailable',
    values: { pdb: { enabled: true, minAvailable: null, maxUnavailable: 0 } },
  },
  {
    name: 'a budget in per cent',
    values: { pdb: { enabled: true, minAvailable: '50%' } },
  },
  {
    name: 'a budget of the other kind in per cent',
    values: {
      pdb: { enabled: true, minAvailable: null, maxUnavailable: '0%' },
    },
  },
  {
    name: 'a budget of zero',
    values: { pdb: { enabled: true, minAvailable: 0 } },
  },
  {
    name: 'a budget larger than any other number',
    values: { pdb: { enabled: true, minAvailable: 2147483647 } },
  },
  {
    name: 'a budget that is off, with both kinds',
    values: { pdb: { enabled: false, maxUnavailable: 1 } },
  },
];
