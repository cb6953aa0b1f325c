import type { Shape } from './pick';

const conditions: Shape = {
  type: true,
  status: true,
  reason: true,
  message: true,
  lastTransitionTime: true,
};

const metadata: Shape = {
  name: true,
  namespace: true,
  uid: true,
  resourceVersion: true,
  generation: true,
  creationTimestamp: true,
  deletionTimestamp: true,
  finalizers: true,
  labels: true,
  ownerReferences: { kind: true, name: true, uid: true, controller: true },
};

/** What most kinds keep: all that they ask for, and what became of it. */
const anything: Shape = { metadata, spec: true, status: true };

const secretReference: Shape = { name: true, key: true, optional: true };

const secretItems: Shape = {
  name: true,
  secretName: true,
  optional: true,
  items: { key: true },
};

/**
 * Of a container in a template: its name, its image, what it may use, and which secrets it takes; never the value of a
 * variable.
 */
const templateContainer: Shape = {
  name: true,
  image: true,
  resources: { requests: true, limits: true },
  restartPolicy: true,
  env: { valueFrom: { secretKeyRef: secretReference } },
  envFrom: { secretRef: secretReference },
  volumeMounts: { name: true },
};

const podTemplate: Shape = {
  metadata: { labels: true, annotations: { 'checksum/config': true } },
  spec: {
    restartPolicy: true,
    initContainers: templateContainer,
    containers: templateContainer,
    volumes: {
      name: true,
      secret: secretItems,
      persistentVolumeClaim: { claimName: true },
      emptyDir: true,
      projected: { sources: { secret: secretItems } },
    },
  },
};

const containerStatus: Shape = {
  name: true,
  image: true,
  ready: true,
  restartCount: true,
  state: true,
  lastState: {
    terminated: {
      exitCode: true,
      signal: true,
      reason: true,
      message: true,
      startedAt: true,
      finishedAt: true,
    },
  },
};

const deployment: Shape = {
  metadata: {
    ...metadata,
    // Who sets the replicas, beside an autoscaler.
    managedFields: {
      manager: true,
      subresource: true,
      fieldsV1: { 'f:spec': { 'f:replicas': true } },
    },
    annotations: { 'deployment.kubernetes.io/revision': true },
  },
  spec: {
    replicas: true,
    paused: true,
    selector: true,
    progressDeadlineSeconds: true,
    minReadySeconds: true,
    strategy: true,
    template: podTemplate,
  },
  status: {
    observedGeneration: true,
    replicas: true,
    updatedReplicas: true,
    readyReplicas: true,
    availableReplicas: true,
    unavailableReplicas: true,
    // When a rollout ended stands nowhere else.
    conditions: { ...conditions, lastUpdateTime: true },
  },
};

const revisionContainer: Shape = { name: true, image: true };

const replicaSet: Shape = {
  metadata: {
    ...metadata,
    annotations: {
      'deployment.kubernetes.io/revision': true,
      'deployment.kubernetes.io/revision-history': true,
      'kubernetes.io/change-cause': true,
    },
  },
  spec: {
    replicas: true,
    // What a revision was made of, and for.
    template: {
      metadata: {
        annotations: {
          'checksum/config': true,
          'kubectl.kubernetes.io/restartedAt': true,
        },
      },
      spec: {
        initContainers: revisionContainer,
        containers: revisionContainer,
      },
    },
  },
  status: {
    observedGeneration: true,
    replicas: true,
    readyReplicas: true,
    availableReplicas: true,
    conditions,
  },
};

const pod: Shape = {
  metadata,
  spec: {
    nodeName: true,
    restartPolicy: true,
    initContainers: { name: true, image: true, restartPolicy: true },
    containers: { name: true, image: true },
  },
  status: {
    phase: true,
    reason: true,
    message: true,
    startTime: true,
    conditions,
    initContainerStatuses: containerStatus,
    containerStatuses: containerStatus,
  },
};

const job: Shape = {
  metadata,
  spec: { suspend: true, backoffLimit: true, completions: true },
  status: true,
};

const endpointSlice: Shape = {
  metadata,
  addressType: true,
  endpoints: { conditions: true },
};

const shapes = new Map<string, Shape>([
  ['Deployment', deployment],
  ['EndpointSlice', endpointSlice],
  ['Job', job],
  ['Pod', pod],
  ['ReplicaSet', replicaSet],
]);

/** What is kept of an object of a kind: no less than the rules read, and of what runs in numbers no more. */
export function shapeOf(kind: string): Shape {
  return shapes.get(kind) ?? anything;
}
