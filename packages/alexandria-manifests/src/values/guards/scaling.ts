import { databaseSource, jwtSource, replicasAtMost } from '../facts';
import { Values } from '../valuesSchema';
import { at, Guard } from './Guard';

const replicaPath = (values: Values) =>
  values.autoscaling.enabled ? 'autoscaling.maxReplicas' : 'replicaCount';
const replicas = ['replicaCount', 'autoscaling'];
const database = ['config.database', 'externalSecrets'];

export const scalingGuards: Guard[] = [
  {
    id: 'replicas-need-postgres',
    message: 'more than one replica needs Postgres: SQLite has a single writer',
    remedy: 'Set config.database.existingSecret, or keep one replica',
    reads: [...replicas, ...database],
    check: values =>
      at(
        replicaPath(values),
        replicasAtMost(values) > 1 && databaseSource(values) === 'sqlite',
      ),
  },
  {
    id: 'replicas-need-shared-storage',
    message: 'more than one replica needs a volume that all pods can write',
    remedy:
      'Set persistence.enabled: true and persistence.accessMode: ReadWriteMany, or keep one replica',
    reads: [...replicas, 'persistence'],
    check: values =>
      at(
        'persistence.accessMode',
        replicasAtMost(values) > 1 &&
          !(
            values.persistence.enabled &&
            values.persistence.accessMode === 'ReadWriteMany'
          ),
      ),
  },
  {
    id: 'jwt-needs-source',
    message:
      'several replicas, or a pod without persistence, cannot make their own JWT secret: sessions would not hold',
    remedy: 'Set auth.existingSecret, or externalSecrets.jwtSecretKey',
    reads: [...replicas, 'auth', 'externalSecrets', 'persistence.enabled'],
    check: values =>
      at(
        'auth.existingSecret',
        jwtSource(values) === 'firstStart' &&
          (replicasAtMost(values) > 1 || !values.persistence.enabled),
      ),
  },
  {
    id: 'autoscaling-min-max',
    message: 'is more than autoscaling.maxReplicas',
    remedy: 'Lower it, or raise autoscaling.maxReplicas',
    reads: ['autoscaling'],
    check: ({ autoscaling }) =>
      at(
        'autoscaling.minReplicas',
        autoscaling.minReplicas > autoscaling.maxReplicas,
      ),
  },
  {
    id: 'autoscaling-needs-metric',
    message: 'needs a metric to scale by',
    remedy:
      'Set autoscaling.targetCPUUtilizationPercentage or autoscaling.targetMemoryUtilizationPercentage',
    reads: ['autoscaling'],
    check: ({ autoscaling }) =>
      at(
        'autoscaling.enabled',
        autoscaling.enabled &&
          autoscaling.targetCPUUtilizationPercentage === undefined &&
          autoscaling.targetMemoryUtilizationPercentage === undefined,
      ),
  },
  {
    id: 'autoscaling-container-unknown',
    message: 'names no container of the pod',
    remedy: 'Write api, orchestrator, dashboard or "" for the whole pod',
    reads: ['autoscaling', 'extraContainers'],
    check: ({ autoscaling, extraContainers }) =>
      at(
        'autoscaling.container',
        autoscaling.enabled &&
          ![
            '',
            'api',
            'orchestrator',
            'dashboard',
            ...extraContainers.map(container => container.name),
          ].includes(autoscaling.container),
      ),
  },
  {
    id: 'pdb-both',
    message: 'cannot stand beside pdb.minAvailable',
    remedy: 'Set pdb.minAvailable to null, or leave this out',
    reads: ['pdb'],
    check: ({ pdb }) =>
      at(
        'pdb.maxUnavailable',
        pdb.enabled &&
          pdb.minAvailable !== undefined &&
          pdb.maxUnavailable !== undefined,
      ),
  },
  {
    id: 'pdb-neither',
    message: 'needs pdb.minAvailable or pdb.maxUnavailable',
    remedy: 'Set one of them',
    reads: ['pdb'],
    check: ({ pdb }) =>
      at(
        'pdb.enabled',
        pdb.enabled &&
          pdb.minAvailable === undefined &&
          pdb.maxUnavailable === undefined,
      ),
  },
  {
    id: 'existing-claim-needs-persistence',
    message: 'is not used while persistence.enabled is false',
    remedy: 'Set persistence.enabled: true, or leave this empty',
    reads: ['persistence'],
    check: ({ persistence }) =>
      at(
        'persistence.existingClaim',
        persistence.existingClaim !== '' && !persistence.enabled,
      ),
  },
];
