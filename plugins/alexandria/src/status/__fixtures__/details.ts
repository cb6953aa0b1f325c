import type {
  DeploymentDetails,
  RevisionStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';
import { imagesOf } from './deployments';
import { driftOf } from './drift';
import type { Moment } from './Moment';
import { podsOf } from './pods';

const NONE = { wanted: 0, present: 0, ready: 0, available: 0 };

function revisionsOf(
  at: Moment,
  { replicas, deployment, version = 'v1.4.2', images }: DeploymentStatus,
): RevisionStatus[] {
  const { wanted = 0, ready = 0, available = 0, updated = 0 } = replicas ?? {};
  const revision = (
    number: number,
    hash: string,
    more: Partial<RevisionStatus>,
  ): RevisionStatus => ({
    ...{ number, formerNumbers: [], current: false, changes: [] },
    replicaSet: {
      ...{ kind: 'ReplicaSet', namespace: deployment.namespace },
      name: `alexandria-${hash}`,
    },
    ...{ images: imagesOf('v1.4.1'), replicas: NONE },
    ...more,
  });
  return [
    revision(13, '6c9f7d5b8', {
      ...{ current: true, createdAt: at.ago(12, 'min') },
      images: images ?? [],
      replicas: {
        ...{ wanted, present: updated },
        ...{ ready: Math.min(updated, ready) },
        available: Math.min(updated, available),
      },
      changes: [
        `api: v1.4.1 → ${version}`,
        `orchestrator: v1.4.1 → ${version}`,
        `dashboard: v1.4.1 → ${version}`,
      ],
      changeCause: 'Release of the week',
    }),
    revision(12, '7d4b9c6f5', {
      createdAt: at.ago(6, 'd'),
      formerNumbers: [10],
      replicas: {
        ...NONE,
        present: wanted - updated,
        ready: wanted - updated,
        available: wanted - updated,
      },
    }),
    revision(11, '5f8d6b7c9', {
      createdAt: at.ago(13, 'd'),
      images: imagesOf('v1.4.0'),
      changes: ['configuration: checksum/config'],
    }),
  ];
}

/** All that is said of a Deployment, as its verdict has it. */
export function detailsOf(
  at: Moment,
  status: DeploymentStatus,
): DeploymentDetails {
  const { cluster: _cluster, autoscaler, ...verdict } = status;
  const { replicas, health, findings, deployment, environment } = status;
  const { namespace } = deployment;
  const has = (code: string) => findings.some(each => each.code === code);
  const isCutOff = has('ServiceWithoutEndpoints');
  const { wanted = 0, available = 0 } = replicas ?? {};
  const host = `${environment ?? 'dev'}.assistant.example.com`;
  const object = (kind: string, name = 'alexandria') => ({
    ...{ kind, namespace, name },
  });
  const pods = podsOf(at, status);
  return {
    ...verdict,
    ...(replicas
      ? {
          createdAt: at.ago(214, 'd'),
          rollout: {
            strategy: {
              ...{ type: 'RollingUpdate' },
              ...{ maxSurge: '25%', maxUnavailable: '0' },
            },
            ...{ paused: false, revision: 13, health },
            sentence:
              available === wanted
                ? `All ${wanted} replicas are available`
                : `${available} of ${wanted} replicas are available`,
            conditions: [
              {
                type: 'Available',
                status: available > 0 ? 'True' : 'False',
                reason:
                  available > 0
                    ? 'MinimumReplicasAvailable'
                    : 'MinimumReplicasUnavailable',
                message: `Deployment ${
                  available > 0 ? 'has' : 'does not have'
                } minimum availability.`,
                since: at.ago(12, 'min'),
                health: available > 0 ? 'Healthy' : 'Progressing',
                sentence:
                  available > 0
                    ? 'As many replicas are available as have to be'
                    : 'Fewer replicas are available than have to be',
              },
              {
                ...{ type: 'Progressing', status: 'True' },
                reason: 'NewReplicaSetAvailable',
                message: 'ReplicaSet "alexandria-6c9f7d5b8" has progressed.',
                ...{ since: at.ago(12, 'min'), health: 'Healthy' },
                sentence: 'The last rollout went through',
              },
            ],
            revisions: revisionsOf(at, status),
          },
        }
      : {}),
    pods,
    ...(autoscaler
      ? {
          autoscaler: {
            ...autoscaler,
            health: 'Healthy',
            conditions: [
              {
                ...{ type: 'AbleToScale', status: 'True' },
                ...{ reason: 'ReadyForNewScale', message: '' },
                ...{ since: at.ago(3, 'd'), health: 'Healthy' },
                sentence: 'It can change the number of replicas',
              },
              {
                ...{ type: 'ScalingActive', status: 'True' },
                reason: 'ValidMetricFound',
                message:
                  'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
                ...{ since: at.ago(3, 'd'), health: 'Healthy' },
                sentence: 'It has the metrics that it needs',
              },
              {
                type: 'ScalingLimited',
                status: has('AutoscalerSaturated') ? 'True' : 'False',
                reason: has('AutoscalerSaturated')
                  ? 'TooManyReplicas'
                  : 'DesiredWithinRange',
                message: has('AutoscalerSaturated')
                  ? 'the desired replica count is more than the maximum replica count'
                  : 'the desired count is within the acceptable range',
                ...{ since: at.ago(47, 'min'), health: 'Healthy' },
                sentence: has('AutoscalerSaturated')
                  ? 'It wants more replicas than the maximum'
                  : 'It is free to choose between minimum and maximum',
              },
            ],
            recentScaling: [
              {
                ...{ at: at.ago(47, 'min'), to: autoscaler.current ?? 1 },
                reason: 'cpu resource utilization above target',
              },
            ],
          },
        }
      : {}),
    storage: {
      claims: [
        {
          object: object('PersistentVolumeClaim', 'alexandria-data'),
          ...{ volume: 'data', mountedBy: ['api', 'orchestrator'] },
          ...{ presence: 'present', phase: 'Bound' },
          ...{ storageClass: 'efs', accessModes: ['ReadWriteMany'] },
          ...{ requested: '50Gi', capacity: '50Gi' },
          volumeName: 'pvc-5b0a1f7e-53a8-4a4e-9a42-6c1b7f0a2d11',
          ...{ createdAt: at.ago(214, 'd'), health: 'Healthy' },
          sentence: 'Bound to a volume of 50Gi',
        },
      ],
      sentence: '1 claim, bound, 50Gi',
    },
    network: {
      addresses: [
        {
          ...{ url: `https://${host}`, host, source: object('Ingress') },
          loadBalancer: ['203.0.113.17'],
          tls: { secret: 'alexandria-tls', notAfter: at.in(63, 'd') },
          health: 'Healthy',
          sentence: 'Leads to Service alexandria',
        },
      ],
      services: [
        {
          ...{ object: object('Service'), type: 'ClusterIP' },
          clusterIP: '10.96.41.7',
          ports: [
            { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' },
          ],
          endpoints: { ready: isCutOff ? 0 : available, total: pods.length },
          health: isCutOff ? 'Degraded' : 'Healthy',
          sentence: isCutOff
            ? 'None of its endpoints is ready'
            : 'Leads to pods that are ready',
        },
      ],
      disruptionBudgets: [
        {
          object: object('PodDisruptionBudget'),
          maxUnavailable: '1',
          ...{ disruptionsAllowed: available === wanted ? 1 : 0 },
          ...{ currentHealthy: available, desiredHealthy: wanted - 1 },
          ...{ expectedPods: wanted, health: 'Healthy' },
          sentence: 'Leaves room to drain a node',
        },
      ],
      sentence: isCutOff
        ? `https://${host}, and no endpoint is ready`
        : `https://${host}`,
    },
    events:
      health === 'Healthy'
        ? []
        : [
            {
              ...{
                object: object('Pod', pods[0]?.object.name ?? 'alexandria'),
              },
              ...{ type: 'Warning', reason: 'BackOff', count: 31 },
              message:
                'Back-off restarting failed container orchestrator in pod alexandria-6c9f7d5b8-x0x7k',
              ...{ firstSeen: at.ago(34, 'min'), lastSeen: at.ago(20, 's') },
              source: 'kubelet',
            },
            {
              ...{ object: object('ReplicaSet', 'alexandria-6c9f7d5b8') },
              ...{ type: 'Normal', reason: 'SuccessfulCreate', count: 1 },
              message: `Created pod: ${pods[0]?.object.name ?? 'alexandria'}`,
              ...{ firstSeen: at.ago(34, 'min'), lastSeen: at.ago(34, 'min') },
              source: 'replicaset-controller',
            },
            {
              ...{ object: object('Deployment') },
              ...{ type: 'Normal', reason: 'ScalingReplicaSet', count: 1 },
              message: 'Scaled up replica set alexandria-6c9f7d5b8 to 1',
              ...{ firstSeen: at.ago(34, 'min'), lastSeen: at.ago(34, 'min') },
              source: 'deployment-controller',
            },
          ],
    drift: driftOf(at, status),
    unreadable: status.stale
      ? [
          {
            ...{ part: 'pods', kind: 'Pod', reason: 'stale' },
            message: 'connect ETIMEDOUT 10.20.0.1:443',
            syncedAt: status.observedAt,
          },
          {
            ...{ part: 'events', kind: 'Event', reason: 'forbidden' },
            message:
              'events is forbidden: User "alexandria-reader" cannot list resource "events"',
          },
        ]
      : [
          {
            ...{ part: 'events', kind: 'Event', reason: 'notRead' },
            message:
              health === 'Healthy'
                ? 'Events have not been read'
                : 'Only some events have been read, such as those about what does not look well',
          },
        ],
    omitted: wanted > 8 ? { pods: wanted - pods.length + 28, events: 12 } : {},
  };
}
