import { isRecord, Json } from '../objects/read';

/** What a case changes of an object: maps are merged, all else replaced; undefined takes a key away. */
export type Patch = { [key: string]: Json };

export function merged(base: Patch, patch: Patch): Patch {
  const result: Patch = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const before = result[key];
    if (value === undefined) {
      delete result[key];
    } else {
      result[key] =
        isRecord(before) && isRecord(value) ? merged(before, value) : value;
    }
  }
  return result;
}

/** The present of every case. */
export const NOW = new Date('2026-11-24T03:00:00Z');

/** A moment so many seconds before now, as the API writes it. */
export const ago = (seconds: number) =>
  new Date(NOW.getTime() - seconds * 1000).toISOString();

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const LABELS = {
  'app.kubernetes.io/name': 'alexandria-ee',
  'app.kubernetes.io/instance': 'alexandria',
  'app.kubernetes.io/component': 'server',
};

const meta = (name: string, extra: Patch = {}) => ({
  name,
  namespace: 'library',
  uid: `uid-${name}`,
  creationTimestamp: ago(DAY),
  ...extra,
});

const jwt = {
  name: 'ALEXANDRIA_JWT_SECRET',
  valueFrom: { secretKeyRef: { name: 'alexandria-auth', key: 'jwt-secret' } },
};

const image = (name: string) => `ghcr.io/alexandriaproject/${name}:v1.2.0`;

const TEMPLATE = {
  metadata: { labels: LABELS },
  spec: {
    initContainers: [{ name: 'config-init', image: image('ce') }],
    containers: [
      { name: 'api', image: image('ee-api'), env: [jwt] },
      { name: 'orchestrator', image: image('ce') },
      { name: 'dashboard', image: image('ee-dashboard') },
    ],
    volumes: [
      {
        name: 'data',
        persistentVolumeClaim: { claimName: 'alexandria-data' },
      },
    ],
  },
};

/** A Deployment that serves with one replica. */
export const deployment = (patch: Patch = {}) =>
  merged(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta('alexandria', { generation: 2, labels: LABELS }),
      spec: {
        replicas: 1,
        progressDeadlineSeconds: 600,
        selector: { matchLabels: LABELS },
        template: TEMPLATE,
      },
      status: {
        observedGeneration: 2,
        replicas: 1,
        updatedReplicas: 1,
        readyReplicas: 1,
        availableReplicas: 1,
        conditions: [
          {
            type: 'Available',
            status: 'True',
            reason: 'MinimumReplicasAvailable',
          },
          {
            type: 'Progressing',
            status: 'True',
            reason: 'NewReplicaSetAvailable',
          },
        ],
      },
    },
    patch,
  );

/** A Deployment of which no replica serves, long after its rollout. */
export const downDeployment = (patch: Patch = {}) =>
  deployment(
    merged(
      {
        status: {
          readyReplicas: undefined,
          availableReplicas: undefined,
          conditions: [
            {
              type: 'Available',
              status: 'False',
              reason: 'MinimumReplicasUnavailable',
            },
            {
              type: 'Progressing',
              status: 'True',
              reason: 'NewReplicaSetAvailable',
            },
          ],
        },
      },
      patch,
    ),
  );

export const replicaSet = (patch: Patch = {}) =>
  merged(
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: meta('alexandria-7d9f', {
        labels: LABELS,
        ownerReferences: [
          {
            kind: 'Deployment',
            name: 'alexandria',
            uid: 'uid-alexandria',
            controller: true,
          },
        ],
      }),
      spec: { replicas: 1 },
      status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
    },
    patch,
  );

const running = (name: string) => ({
  name,
  ready: true,
  restartCount: 0,
  state: { running: { startedAt: ago(DAY) } },
});

/** The status of a container, with changes. */
export const container = (name: string, patch: Patch = {}) =>
  merged(running(name), patch);

/** The status of a container that waits. */
export const waiting = (name: string, reason: string, message = '') =>
  container(name, {
    ready: false,
    state: { running: undefined, waiting: { reason, message } },
  });

/** The status of a container that ended and waits to be started again. */
export const crashed = (name: string, end: Patch, restartCount = 5) =>
  merged(waiting(name, 'CrashLoopBackOff', 'back-off 5m0s restarting'), {
    restartCount,
    lastState: { terminated: { finishedAt: ago(30), ...end } },
  });

/** A pod of the Deployment whose containers all run; `statuses` take the place of those of their names. */
export function pod(patch: Patch = {}, ...statuses: Patch[]) {
  const names = new Set(statuses.map(({ name }) => name));
  const initial = container('config-init', {
    ready: true,
    state: { running: undefined, terminated: { exitCode: 0 } },
  });
  const isInit = ({ name }: Patch) =>
    typeof name === 'string' && name.includes('-init');
  const unready = statuses.some(({ ready }) => ready === false);
  return merged(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: meta('alexandria-7d9f-abcde', {
        labels: LABELS,
        ownerReferences: [
          {
            kind: 'ReplicaSet',
            name: 'alexandria-7d9f',
            uid: 'uid-alexandria-7d9f',
            controller: true,
          },
        ],
      }),
      spec: { ...TEMPLATE.spec, restartPolicy: 'Always', nodeName: 'node-1' },
      status: {
        phase: 'Running',
        conditions: [
          { type: 'PodScheduled', status: 'True' },
          { type: 'Ready', status: unready ? 'False' : 'True' },
        ],
        initContainerStatuses: statuses.some(isInit)
          ? statuses.filter(isInit)
          : [initial],
        containerStatuses: [
          ...['api', 'orchestrator', 'dashboard']
            .filter(name => !names.has(name))
            .map(running),
          ...statuses.filter(status => !isInit(status)),
        ],
      },
    },
    patch,
  );
}

/** A pod that no node has taken. */
export const pendingPod = (message: string, patch: Patch = {}) =>
  merged(pod(), {
    spec: { nodeName: undefined },
    status: {
      phase: 'Pending',
      initContainerStatuses: undefined,
      containerStatuses: undefined,
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
        },
      ],
    },
    ...patch,
  });

export const event = (
  kind: string,
  name: string,
  reason: string,
  message: string,
) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: meta(`${name}.${reason}`),
  involvedObject: { kind, name, namespace: 'library' },
  type: 'Warning',
  reason,
  message,
  lastTimestamp: ago(20),
});

/** Any other object of the namespace. */
export const object = (
  apiVersion: string,
  kind: string,
  name: string,
  patch: Patch = {},
) => merged({ apiVersion, kind, metadata: meta(name) }, patch);

/** A condition of a status. */
export const condition = (
  type: string,
  status: string,
  reason = '',
  message = '',
  since = ago(HOUR),
) => ({ type, status, reason, message, lastTransitionTime: since });

/** A healthy instance. */
export const instance = () => [deployment(), replicaSet(), pod()];
