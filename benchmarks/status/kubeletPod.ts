/** A pod template, as far as its pods differ from it by what is in it. */
export interface PodTemplate {
  metadata: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    initContainers?: Container[];
    containers: Container[];
    [field: string]: unknown;
  };
}

interface Container {
  name: string;
  image: string;
  resources?: unknown;
  volumeMounts?: Array<{ name: string; mountPath: string; readOnly?: boolean }>;
  [field: string]: unknown;
}

/** Who controls a pod. */
export interface Owner {
  name: string;
  uid: string;
  hash: string;
}

const DIGEST =
  'sha256:5f1c3a0e7d9b2a4c6e8f0a1b3c5d7e9f1a2b4c6d8e0f2a4b6c8d0e2f4a6b8c0d';

/** What was applied, as `managedFields` lists it. */
function fieldsOf(value: unknown): object {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value
        .filter(entry => typeof entry === 'object' && entry && 'name' in entry)
        .map(entry => [
          `k:${JSON.stringify({ name: entry.name })}`,
          { '.': {}, ...fieldsOf(entry) },
        ]),
    );
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          `f:${key}`,
          fieldsOf(inner),
        ]),
      )
    : {};
}

function containerStatus(
  { name, image, resources, volumeMounts }: Container,
  at: string,
  isInit: boolean,
) {
  const id = `containerd://${DIGEST.slice('sha256:'.length)}`;
  return {
    name,
    state: isInit
      ? {
          terminated: {
            exitCode: 0,
            reason: 'Completed',
            startedAt: at,
            finishedAt: at,
            containerID: id,
          },
        }
      : { running: { startedAt: at } },
    lastState: {},
    ready: true,
    restartCount: 0,
    image,
    imageID: `${image.split(':')[0]}@${DIGEST}`,
    containerID: id,
    started: !isInit,
    resources,
    volumeMounts,
  };
}

/**
 * A pod as the API server gives it once a kubelet has started it: what its template says, the server's defaults, a status,
 * and who wrote which field.
 */
export function kubeletPod(
  template: PodTemplate,
  {
    name,
    namespace,
    uid,
    at,
    owner,
    node,
    ip,
    resourceVersion,
  }: {
    [key in
      | 'name'
      | 'namespace'
      | 'uid'
      | 'at'
      | 'node'
      | 'ip'
      | 'resourceVersion']: string;
  } & { owner: Owner },
) {
  const { initContainers = [], containers } = template.spec;
  const labels = {
    ...template.metadata.labels,
    'pod-template-hash': owner.hash,
  };
  const withDefaults = (container: Container) => ({
    ...container,
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
  return {
    metadata: {
      name,
      generateName: `${owner.name}-`,
      namespace,
      uid,
      resourceVersion,
      generation: 1,
      creationTimestamp: at,
      labels,
      annotations: template.metadata.annotations,
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: owner.name,
          uid: owner.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: [
        {
          manager: 'kube-controller-manager',
          operation: 'Update',
          apiVersion: 'v1',
          time: at,
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:metadata': { 'f:labels': fieldsOf(labels) } },
        },
      ],
    },
    spec: {
      ...template.spec,
      initContainers: initContainers.map(withDefaults),
      containers: containers.map(withDefaults),
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      serviceAccount: template.spec.serviceAccountName,
      nodeName: node,
      schedulerName: 'default-scheduler',
      tolerations: ['not-ready', 'unreachable'].map(key => ({
        key: `node.kubernetes.io/${key}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
      priority: 0,
      preemptionPolicy: 'PreemptLowerPriority',
    },
    status: {
      observedGeneration: 1,
      phase: 'Running',
      conditions: [
        'PodReadyToStartContainers',
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(type => ({
        type,
        observedGeneration: 1,
        status: 'True',
        lastProbeTime: null,
        lastTransitionTime: at,
      })),
      hostIP: '10.0.12.7',
      hostIPs: [{ ip: '10.0.12.7' }],
      podIP: ip,
      podIPs: [{ ip }],
      startTime: at,
      initContainerStatuses: initContainers.map(container =>
        containerStatus(container, at, true),
      ),
      containerStatuses: containers.map(container =>
        containerStatus(container, at, false),
      ),
      qosClass: 'Burstable',
    },
  };
}

/** The same pod once its first container crashes again and again. */
export function crashing(pod: ReturnType<typeof kubeletPod>) {
  const { status } = pod;
  const [first, ...others] = status.containerStatuses;
  return {
    ...pod,
    status: {
      ...status,
      conditions: status.conditions.map(condition =>
        condition.type.endsWith('Ready')
          ? {
              ...condition,
              status: 'False',
              reason: 'ContainersNotReady',
              message: `containers with unready status: [${first.name}]`,
            }
          : condition,
      ),
      containerStatuses: [
        {
          ...first,
          ready: false,
          started: false,
          restartCount: 7,
          state: {
            waiting: {
              reason: 'CrashLoopBackOff',
              message: `back-off 5m0s restarting failed container=${first.name}`,
            },
          },
          lastState: {
            terminated: {
              exitCode: 1,
              reason: 'Error',
              startedAt: pod.metadata.creationTimestamp,
              finishedAt: pod.metadata.creationTimestamp,
            },
          },
        },
        ...others,
      ],
    },
  };
}
