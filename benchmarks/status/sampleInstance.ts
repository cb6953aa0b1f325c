import {
  exampleParameters,
  parseInstance,
  readYaml,
  renderObjects,
  resolveValues,
  valuesForEnvironment,
} from '@alexandriaproject/alexandria-manifests';
import { crashing, kubeletPod, PodTemplate } from './kubeletPod';
import { Template } from './Template';

/** How many pods a Deployment has, and ReplicaSets, of which the first has the pods. */
export const PODS = 5;
const REPLICA_SETS = 3;

const places = {
  namespace: 'place-of-namespace',
  release: 'place-of-release',
  entity: 'place-of-entity',
  /** Ten digits, of which uids and names are made. */
  number: 'place-of-number',
  resourceVersion: 'place-of-version',
} as const;

/** What makes an object one of an instance. */
export type Filling = Record<keyof typeof places, string>;

/** One object of every instance. */
export interface SampleObject {
  kind: string;
  apiVersion: string;
  name(filling: Omit<Filling, 'resourceVersion'>): string;
  labels(filling: Omit<Filling, 'resourceVersion'>): Record<string, string>;
  /** Its JSON without apiVersion and kind, as in a list. */
  text(filling: Filling): string;
  /** The same when something is wrong with it; absent where nothing can be. */
  broken?(filling: Filling): string;
}

const AT = '2026-01-05T08:00:00Z';

const uid = (part: number) =>
  `${String(part).padStart(8, '0')}-0000-4000-8000-00${places.number}`;

function sample(
  kind: string,
  apiVersion: string,
  object: {
    metadata: {
      name: string;
      labels?: Record<string, string>;
      [field: string]: unknown;
    };
    [field: string]: unknown;
  },
  broken?: object,
): SampleObject {
  const fillerOf = (given: unknown) => {
    const template = new Template(JSON.stringify(given), Object.values(places));
    return (filling: Partial<Filling>) =>
      template.fill(
        Object.fromEntries(
          Object.entries(places).map(([key, place]) => [
            place,
            filling[key as keyof Filling] ?? '',
          ]),
        ),
      );
  };
  const withoutKind = (given: object) =>
    fillerOf({ ...given, kind: undefined, apiVersion: undefined });
  const { name, labels = {} } = object.metadata;
  const nameOf = fillerOf(name);
  const labelsOf = fillerOf(labels);
  return {
    ...{ kind, apiVersion },
    name: filling => JSON.parse(nameOf(filling)),
    labels: filling => JSON.parse(labelsOf(filling)),
    text: withoutKind(object),
    ...(broken ? { broken: withoutKind(broken) } : {}),
  };
}

function rendered() {
  const read = readYaml(exampleParameters());
  const parsed = parseInstance(read.ok ? read.value : undefined);
  if (!parsed.ok) {
    throw new Error('the example is not accepted');
  }
  const release = { name: places.release, namespace: places.namespace };
  const values = valuesForEnvironment(parsed.value, 'prod');
  const resolved = resolveValues(
    [
      values,
      {
        backstage: { entityName: places.entity },
        // Its init container and variables would take the pod past 8 KB of JSON.
        llmBackends: [],
        otel: { enabled: false },
        federation: { enabled: false },
      },
    ],
    release,
  );
  if (!resolved.ok) {
    throw new Error(resolved.issues.map(({ path }) => path).join(', '));
  }
  return renderObjects(resolved.value, release);
}

/** What the API server adds to whatever is created. */
const created = (part: number) => ({
  uid: uid(part),
  resourceVersion: places.resourceVersion,
  generation: 1,
  creationTimestamp: AT,
});

const condition = (type: string, reason: string, message: string) => ({
  type,
  status: 'True',
  reason,
  message,
  lastUpdateTime: AT,
  lastTransitionTime: AT,
});

const statuses: Record<string, object> = {
  Deployment: {
    observedGeneration: 1,
    replicas: PODS,
    updatedReplicas: PODS,
    readyReplicas: PODS,
    availableReplicas: PODS,
    conditions: [
      condition(
        'Progressing',
        'NewReplicaSetAvailable',
        `ReplicaSet "${places.release}-0" has successfully progressed.`,
      ),
      condition(
        'Available',
        'MinimumReplicasAvailable',
        'Deployment has minimum availability.',
      ),
    ],
  },
  HorizontalPodAutoscaler: {
    currentReplicas: PODS,
    desiredReplicas: PODS,
    lastScaleTime: AT,
    currentMetrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          current: { averageUtilization: 63, averageValue: '315m' },
        },
      },
    ],
    conditions: [
      condition(
        'AbleToScale',
        'ReadyForNewScale',
        'recommended size matches current size',
      ),
      condition(
        'ScalingActive',
        'ValidMetricFound',
        'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
      ),
      {
        ...condition(
          'ScalingLimited',
          'DesiredWithinRange',
          'the desired count is within the acceptable range',
        ),
        status: 'False',
      },
    ],
  },
  PersistentVolumeClaim: {
    phase: 'Bound',
    accessModes: ['ReadWriteMany'],
    capacity: { storage: '50Gi' },
  },
  Ingress: { loadBalancer: { ingress: [{ ip: '203.0.113.10' }] } },
  PodDisruptionBudget: {
    observedGeneration: 1,
    currentHealthy: PODS,
    desiredHealthy: PODS - 1,
    disruptionsAllowed: 1,
    expectedPods: PODS,
    conditions: [condition('DisruptionAllowed', 'SufficientPods', '')],
  },
  Service: { loadBalancer: {} },
};

/** The objects of one instance as a cluster has them: the chart's, and what controllers and kubelets make of them. */
export function sampleInstance(): SampleObject[] {
  const objects = rendered();
  const deployment = objects.find(({ kind }) => kind === 'Deployment')!;
  const template = (
    deployment as unknown as { spec: { template: PodTemplate } }
  ).spec.template;
  const owned = (kind: string, part: number, name: string) => [
    {
      apiVersion: 'apps/v1',
      kind,
      name,
      uid: uid(part),
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
  const DEPLOYMENT_UID = 1;
  const chart = objects.map((object, index) => {
    const { kind, apiVersion, metadata } = object;
    const status = statuses[kind];
    return sample(kind, apiVersion, {
      ...object,
      metadata: {
        ...metadata,
        ...created(kind === 'Deployment' ? DEPLOYMENT_UID : 100 + index),
        ...(kind === 'Deployment' && {
          annotations: { 'deployment.kubernetes.io/revision': '3' },
        }),
      },
      ...(kind === 'Deployment' && {
        spec: { ...(object.spec as object), replicas: PODS },
      }),
      ...(status ? { status } : {}),
    });
  });
  const hashOf = (index: number) => `7c9d8f6b${index}`;
  const setOf = (index: number) => `${places.release}-${hashOf(index)}`;
  const labelsOf = (index: number) => ({
    ...template.metadata.labels,
    'pod-template-hash': hashOf(index),
  });
  const replicaSets = Array.from({ length: REPLICA_SETS }, (_, index) => {
    const replicas = index === 0 ? PODS : 0;
    const current = {
      observedGeneration: 1,
      replicas,
      ...(replicas > 0 && {
        fullyLabeledReplicas: replicas,
        readyReplicas: replicas,
        availableReplicas: replicas,
      }),
    };
    return sample('ReplicaSet', 'apps/v1', {
      metadata: {
        ...created(10 + index),
        name: setOf(index),
        namespace: places.namespace,
        labels: labelsOf(index),
        annotations: {
          'deployment.kubernetes.io/desired-replicas': String(PODS),
          'deployment.kubernetes.io/revision': String(REPLICA_SETS - index),
        },
        ownerReferences: owned('Deployment', DEPLOYMENT_UID, places.release),
      },
      spec: {
        replicas,
        selector: { matchLabels: labelsOf(index) },
        template: {
          ...template,
          metadata: { ...template.metadata, labels: labelsOf(index) },
        },
      },
      status: current,
    });
  });
  const pods = Array.from({ length: PODS }, (_, index) => {
    const pod = kubeletPod(template, {
      name: `${setOf(0)}-x7k2${index}`,
      namespace: places.namespace,
      uid: uid(20 + index),
      at: AT,
      node: `ip-10-0-12-${index}.eu-west-1.compute.internal`,
      ip: `10.244.3.${index}`,
      resourceVersion: places.resourceVersion,
      owner: { name: setOf(0), uid: uid(10), hash: hashOf(0) },
    });
    return sample('Pod', 'v1', pod, crashing(pod));
  });
  const slice = sample('EndpointSlice', 'discovery.k8s.io/v1', {
    metadata: {
      ...created(50),
      name: `${places.release}-q8x2v`,
      namespace: places.namespace,
      labels: {
        ...template.metadata.labels,
        'kubernetes.io/service-name': places.release,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
      },
      ownerReferences: owned('Service', 106, places.release),
    },
    addressType: 'IPv4',
    endpoints: Array.from({ length: PODS }, (_, index) => ({
      addresses: [`10.244.3.${index}`],
      conditions: { ready: true, serving: true, terminating: false },
      nodeName: `ip-10-0-12-${index}.eu-west-1.compute.internal`,
      targetRef: {
        kind: 'Pod',
        namespace: places.namespace,
        name: `${setOf(0)}-x7k2${index}`,
        uid: uid(20 + index),
      },
      zone: 'eu-west-1a',
    })),
    ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
  });
  return [...chart, ...replicaSets, ...pods, slice];
}
