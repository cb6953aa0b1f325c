import type { KubernetesObject, ObjectMeta } from '../objects/KubernetesObject';
import type { JsonRecord } from '../objects/json';

/** What controllers read of a condition. Times are ISO 8601. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
  lastUpdateTime?: string;
  observedGeneration?: number;
}

/** How a run of a container ended. */
export interface Terminated {
  exitCode: number;
  reason: string;
  message?: string;
  startedAt: string;
  finishedAt: string;
}

/** Exactly one of them is there. */
export interface ContainerState {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: Terminated;
}

export interface ContainerStatus {
  name: string;
  image: string;
  imageID: string;
  ready: boolean;
  started: boolean;
  restartCount: number;
  state: ContainerState;
  lastState: { terminated?: Terminated };
}

/** What controllers read of a container. */
export interface Container extends JsonRecord {
  name: string;
  image: string;
  imagePullPolicy?: string;
  restartPolicy?: string;
  resources?: { requests?: Record<string, string> };
  env?: {
    name: string;
    valueFrom?: {
      secretKeyRef?: { name: string; key: string; optional?: boolean };
    };
  }[];
  envFrom?: { secretRef?: { name: string; optional?: boolean } }[];
}

interface Projection {
  name?: string;
  secretName?: string;
  optional?: boolean;
  items?: { key: string }[];
}

export interface Volume {
  name: string;
  secret?: Projection;
  configMap?: Projection;
  projected?: { sources?: { secret?: Projection; configMap?: Projection }[] };
  persistentVolumeClaim?: { claimName: string };
}

export interface PodSpec extends JsonRecord {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  nodeName?: string;
  nodeSelector?: Record<string, string>;
}

export interface Pod extends KubernetesObject {
  spec: PodSpec;
  status: {
    phase: string;
    conditions?: Condition[];
    startTime?: string;
    podIP?: string;
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
    [field: string]: unknown;
  };
}

export interface PodTemplate {
  metadata: Partial<ObjectMeta>;
  spec: PodSpec;
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
}

interface Counts {
  observedGeneration?: number;
  replicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
}

export interface ReplicaSet extends KubernetesObject {
  spec: {
    replicas: number;
    selector: LabelSelector;
    template: PodTemplate;
    minReadySeconds?: number;
  };
  status: Counts;
}

export interface Deployment extends KubernetesObject {
  spec: {
    replicas: number;
    paused?: boolean;
    selector: LabelSelector;
    template: PodTemplate;
    minReadySeconds?: number;
    revisionHistoryLimit: number;
    progressDeadlineSeconds: number;
    strategy: {
      type: string;
      rollingUpdate?: {
        maxSurge: number | string;
        maxUnavailable: number | string;
      };
    };
  };
  status: Counts & {
    updatedReplicas?: number;
    unavailableReplicas?: number;
    conditions?: Condition[];
  };
}

export const isTrue = (
  conditions: readonly Condition[] | undefined,
  type: string,
) =>
  conditions?.some(each => each.type === type && each.status === 'True') ??
  false;

/** Whether all of what a selector names is among the labels. */
export const matches = (
  { matchLabels = {} }: LabelSelector = {},
  labels: Record<string, string> = {},
) => Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
