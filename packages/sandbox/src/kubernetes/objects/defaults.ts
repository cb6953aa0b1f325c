import type { KubernetesObject } from './KubernetesObject';
import { isRecord, recordsAt, type Json, type JsonRecord } from './json';
import { podSpecWithDefaults, resourcesWithDefaults } from './podDefaults';

/** Fields beside those that are given. */
const filled = (given: Json, defaults: JsonRecord): JsonRecord => ({
  ...defaults,
  ...(isRecord(given) ? given : {}),
});

function template(given: Json): JsonRecord {
  const { metadata, spec, ...rest } = filled(given, {});
  return {
    ...rest,
    metadata: filled(metadata, {}),
    spec: podSpecWithDefaults(spec),
  };
}

function rollingUpdate(given: Json): JsonRecord {
  const strategy = filled(given, { type: 'RollingUpdate' });
  return strategy.type === 'RollingUpdate'
    ? {
        ...strategy,
        rollingUpdate: filled(strategy.rollingUpdate, {
          maxSurge: '25%',
          maxUnavailable: '25%',
        }),
      }
    : strategy;
}

const specs: Record<string, (spec: Json) => JsonRecord> = {
  Deployment: given => {
    const spec = filled(given, {
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    });
    return {
      ...spec,
      strategy: rollingUpdate(spec.strategy),
      template: template(spec.template),
    };
  },
  HorizontalPodAutoscaler: given => filled(given, { minReplicas: 1 }),
  Ingress: given => filled(given, {}),
  Job: given =>
    filled(given, {
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      completions: 1,
      manualSelector: false,
      parallelism: 1,
      podReplacementPolicy: 'TerminatingOrFailed',
      suspend: false,
    }),
  Namespace: given => filled(given, { finalizers: ['kubernetes'] }),
  NetworkPolicy: given => filled(given, { podSelector: {} }),
  PersistentVolumeClaim: given => {
    const spec = filled(given, { volumeMode: 'Filesystem' });
    return { ...spec, resources: resourcesWithDefaults(spec.resources) };
  },
  Pod: given => podSpecWithDefaults(given),
  ReplicaSet: given => {
    const spec = filled(given, { replicas: 1 });
    return { ...spec, template: template(spec.template) };
  },
  Service: given => {
    const spec = filled(given, { type: 'ClusterIP', sessionAffinity: 'None' });
    return {
      ...spec,
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: recordsAt(spec, 'ports').map(port => ({
        protocol: 'TCP',
        targetPort: port.port,
        ...port,
      })),
    };
  },
};

/** `stringData` is written only: it ends up in `data`. */
function secretWithData({
  stringData,
  ...secret
}: KubernetesObject): KubernetesObject {
  const written = isRecord(stringData)
    ? Object.fromEntries(
        Object.entries(stringData).map(([key, value]) => [
          key,
          Buffer.from(String(value)).toString('base64'),
        ]),
      )
    : undefined;
  return {
    ...secret,
    ...(written
      ? { data: { ...(secret.data as JsonRecord | undefined), ...written } }
      : {}),
    type: secret.type ?? 'Opaque',
  } as KubernetesObject;
}

/**
 * An object with what the API server adds to what it is given: the defaults of its kind that show in what is read back.
 *
 * https://kubernetes.io/docs/reference/kubernetes-api/
 */
export function withDefaults(object: KubernetesObject): KubernetesObject {
  if (object.kind === 'Secret') {
    return secretWithData(object);
  }
  if (object.kind === 'Event') {
    return {
      ...{ eventTime: null, reportingComponent: '', reportingInstance: '' },
      ...object,
    };
  }
  if (object.kind === 'StorageClass') {
    return {
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
      ...object,
    };
  }
  if (object.kind === 'Namespace') {
    const { name, labels } = object.metadata;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        labels: { ...labels, 'kubernetes.io/metadata.name': name },
      },
      spec: specs.Namespace(object.spec),
      status: object.status ?? { phase: 'Active' },
    };
  }
  const complete = specs[object.kind];
  return complete ? { ...object, spec: complete(object.spec) } : object;
}

/** The status of what has just been created, where the API server itself gives it one. */
export function initialStatus(object: KubernetesObject): Json {
  switch (object.kind) {
    case 'Deployment':
    case 'Job':
      return {};
    case 'HorizontalPodAutoscaler':
      return { currentMetrics: null, desiredReplicas: 0 };
    case 'Ingress':
    case 'Service':
      return { loadBalancer: {} };
    case 'Namespace':
      return { phase: 'Active' };
    case 'PersistentVolumeClaim':
      return { phase: 'Pending' };
    case 'Pod':
      return { phase: 'Pending', qosClass: qosClassOf(object) };
    case 'PodDisruptionBudget':
      return {
        currentHealthy: 0,
        desiredHealthy: 0,
        disruptionsAllowed: 0,
        expectedPods: 0,
      };
    case 'ReplicaSet':
      return { replicas: 0 };
    default:
      return undefined;
  }
}

function qosClassOf({ spec }: KubernetesObject): string {
  const resources = recordsAt(spec, 'containers').map(
    ({ resources: each }) => each as { requests?: object; limits?: object },
  );
  return resources.every(each => !each?.requests && !each?.limits)
    ? 'BestEffort'
    : 'Burstable';
}
