import {
  ago,
  condition,
  container,
  DAY,
  deployment,
  event,
  HOUR,
  merged,
  MINUTE,
  object,
  Patch,
  pod,
  replicaSet,
} from './objects';

const LABELS = { 'app.kubernetes.io/instance': 'alexandria' };

/** The annotation by which the Deployment controller numbers revisions. */
export const revision = (number: number, more: Patch = {}): Patch => ({
  'deployment.kubernetes.io/revision': String(number),
  ...more,
});

/** The pod template of a ReplicaSet, with the images of a version. */
export const templateOf = (version: string, annotations: Patch = {}) => ({
  metadata: { annotations },
  spec: {
    initContainers: [{ name: 'config-init', image: `ghcr.io/a/ce:${version}` }],
    containers: [
      { name: 'api', image: `ghcr.io/a/ee-api:${version}` },
      { name: 'orchestrator', image: `ghcr.io/a/ce:${version}` },
      { name: 'dashboard', image: `ghcr.io/a/ee-dashboard:${version}` },
    ],
  },
});

/** An event of the controller that scales. */
export const rescale = (name: string, message: string, seconds: number) =>
  merged(
    event(
      'HorizontalPodAutoscaler',
      'alexandria',
      'SuccessfulRescale',
      message,
    ),
    {
      metadata: { name },
      type: 'Normal',
      lastTimestamp: ago(seconds),
    },
  );

export const autoscaler = (patch: Patch = {}) =>
  object(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'alexandria',
    merged(
      {
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'alexandria' },
          minReplicas: 1,
          maxReplicas: 4,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: { type: 'Utilization', averageUtilization: 70 },
              },
            },
          ],
        },
        status: {
          currentReplicas: 2,
          desiredReplicas: 2,
          conditions: [
            condition('AbleToScale', 'True', 'ReadyForNewScale'),
            condition('ScalingActive', 'True', 'ValidMetricFound'),
            condition('ScalingLimited', 'False', 'DesiredWithinRange'),
          ],
        },
      },
      patch,
    ),
  );

export const claim = (patch: Patch = {}) =>
  object(
    'v1',
    'PersistentVolumeClaim',
    'alexandria-data',
    merged(
      {
        spec: {
          accessModes: ['ReadWriteMany'],
          storageClassName: 'shared',
          volumeName: 'pvc-1',
          resources: { requests: { storage: '50Gi' } },
        },
        status: {
          phase: 'Bound',
          accessModes: ['ReadWriteMany'],
          capacity: { storage: '50Gi' },
        },
      },
      patch,
    ),
  );

export const service = (patch: Patch = {}) =>
  object(
    'v1',
    'Service',
    'alexandria',
    merged(
      {
        spec: {
          type: 'ClusterIP',
          clusterIP: '10.96.0.7',
          selector: LABELS,
          ports: [
            { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' },
          ],
        },
      },
      patch,
    ),
  );

export const endpointSlice = (ready: readonly boolean[], patch: Patch = {}) =>
  object(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    'alexandria-1',
    merged(
      {
        metadata: { labels: { 'kubernetes.io/service-name': 'alexandria' } },
        addressType: 'IPv4',
        endpoints: ready.map(each => ({ conditions: { ready: each } })),
      },
      patch,
    ),
  );

export const ingress = (patch: Patch = {}) =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    'alexandria',
    merged(
      {
        spec: {
          tls: [
            {
              hosts: ['library.example.com'],
              secretName: 'alexandria-tls',
            },
          ],
          rules: [
            {
              host: 'library.example.com',
              http: {
                paths: [
                  { path: '/', backend: { service: { name: 'alexandria' } } },
                ],
              },
            },
          ],
        },
        status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } },
      },
      patch,
    ),
  );

export const budget = (patch: Patch = {}) =>
  object(
    'policy/v1',
    'PodDisruptionBudget',
    'alexandria',
    merged(
      {
        spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
        status: {
          observedGeneration: 1,
          disruptionsAllowed: 1,
          currentHealthy: 2,
          desiredHealthy: 1,
          expectedPods: 2,
        },
      },
      patch,
    ),
  );

/** An instance with two replicas of its second revision, and one of each thing that is told of one. */
export const wholeInstance = () => [
  deployment({
    metadata: { annotations: revision(2) },
    spec: {
      replicas: 2,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
    },
    status: {
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
    },
  }),
  replicaSet({
    metadata: {
      name: 'alexandria-6c5b',
      uid: 'uid-alexandria-6c5b',
      creationTimestamp: ago(9 * DAY),
      annotations: revision(1),
    },
    spec: { replicas: 0, template: templateOf('v1.1.0') },
    status: { replicas: 0, readyReplicas: 0, availableReplicas: 0 },
  }),
  replicaSet({
    metadata: { annotations: revision(2) },
    spec: { replicas: 2, template: templateOf('v1.2.0') },
    status: { replicas: 2, readyReplicas: 2, availableReplicas: 2 },
  }),
  pod(),
  pod(
    {
      metadata: {
        name: 'alexandria-7d9f-fghij',
        creationTimestamp: ago(2 * HOUR),
      },
      spec: { nodeName: 'node-2' },
    },
    container('orchestrator', {
      restartCount: 2,
      lastState: {
        terminated: {
          exitCode: 137,
          reason: 'OOMKilled',
          startedAt: ago(2 * HOUR),
          finishedAt: ago(90 * MINUTE),
        },
      },
    }),
  ),
  autoscaler(),
  claim(),
  service(),
  endpointSlice([true, true]),
  ingress(),
  budget(),
  rescale('a', 'New size: 2; reason: cpu above target', 30 * MINUTE),
];
