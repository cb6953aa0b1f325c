import { KubernetesObject } from '../../objects';

export type Labels = Record<string, string>;

export interface Probe {
  httpGet?: { port: string | number };
  tcpSocket?: { port: string | number };
}

/** The part of a container that the policies read. */
export interface Container {
  name: string;
  image?: string;
  ports?: { name?: string; containerPort: number; hostPort?: number }[];
  env?: {
    name: string;
    valueFrom?: {
      secretKeyRef?: { name: string; key: string; optional?: boolean };
      configMapKeyRef?: { name: string; key: string; optional?: boolean };
    };
  }[];
  envFrom?: {
    secretRef?: { name: string; optional?: boolean };
    configMapRef?: { name: string; optional?: boolean };
  }[];
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[];
  resources?: {
    requests?: Record<string, unknown>;
    limits?: Record<string, unknown>;
  };
  securityContext?: Record<string, unknown>;
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
}

export interface Volume {
  name: string;
  hostPath?: object;
  configMap?: { name: string; optional?: boolean };
  secret?: { secretName: string; optional?: boolean };
  persistentVolumeClaim?: { claimName: string };
  projected?: { sources: Record<string, unknown>[] };
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  serviceAccountName?: string;
  automountServiceAccountToken?: boolean;
  imagePullSecrets?: { name: string }[];
  securityContext?: Record<string, unknown>;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
}

/** A pod, or what pods are made from. */
export interface Pod {
  /** Kind and name of the object that it stands in. */
  owner: string;
  kind: string;
  labels: Labels;
  spec: PodSpec;
}

/** Kind and name. */
export const nameOf = ({ kind, metadata }: KubernetesObject): string =>
  `${kind} ${metadata.name}`;

export const ofKind = (
  objects: readonly KubernetesObject[],
  kind: string,
): KubernetesObject[] => objects.filter(object => object.kind === kind);

/** The spec, as the schemas have it: they are checked before the policies. */
export const specOf = <T>(object: KubernetesObject): T => object.spec as T;

/** Every pod and pod template. */
export function podsOf(objects: readonly KubernetesObject[]): Pod[] {
  return objects.flatMap(object => {
    const { kind, metadata } = object;
    const owner = nameOf(object);
    if (kind === 'Pod') {
      const { labels = {} } = metadata;
      return [{ owner, kind, labels, spec: specOf<PodSpec>(object) }];
    }
    const { template } = specOf<
      { template?: { metadata: { labels: Labels }; spec: PodSpec } } | undefined
    >(object) ?? { template: undefined };
    return template && ['Deployment', 'Job'].includes(kind)
      ? [{ owner, kind, labels: template.metadata.labels, spec: template.spec }]
      : [];
  });
}

/** The containers of a pod, those that run before the others too, by pod and name. */
export function containersOf({
  owner,
  spec,
}: Pod): { where: string; container: Container }[] {
  return [...(spec.initContainers ?? []), ...spec.containers].map(
    container => ({ where: `${owner}, ${container.name}`, container }),
  );
}

/** Whether labels have all that a selector names. */
export const matches = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The fewest pods that a Deployment has: what an autoscaler leaves, or its own number. */
export function fewestPods(
  objects: readonly KubernetesObject[],
  deployment: KubernetesObject,
): number {
  const [autoscaler] = ofKind(objects, 'HorizontalPodAutoscaler').filter(
    object =>
      specOf<{ scaleTargetRef: { name: string } }>(object).scaleTargetRef
        .name === deployment.metadata.name,
  );
  return autoscaler
    ? specOf<{ minReplicas?: number }>(autoscaler).minReplicas ?? 1
    : specOf<{ replicas?: number }>(deployment).replicas ?? 1;
}
