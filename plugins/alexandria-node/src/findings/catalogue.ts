import type { FindingDefinition } from './FindingDefinition';

type Entry = Omit<FindingDefinition, 'code' | 'docs'>;

const ROLLOUT = {
  DeploymentMissing: {
    severity: 'critical',
    health: 'Missing',
    title: 'The Deployment is not in the cluster',
  },
  RolloutPaused: {
    severity: 'info',
    health: 'Suspended',
    title: 'The rollout is paused',
  },
  ScaledToZero: {
    severity: 'info',
    health: 'Suspended',
    title: 'No replica is wanted',
  },
  RolloutInProgress: {
    severity: 'info',
    health: 'Progressing',
    title: 'A rollout is in progress',
  },
  ProgressDeadlineExceeded: {
    severity: 'critical',
    title: 'The rollout made no progress within its deadline',
  },
  QuotaExceeded: {
    severity: 'critical',
    title: 'A quota keeps pods from being created',
  },
  ReplicaFailure: {
    severity: 'critical',
    title: 'Pods cannot be created',
  },
} as const satisfies Record<string, Entry>;

const PODS = {
  ImagePullFailed: {
    severity: 'critical',
    title: 'An image cannot be pulled',
  },
  ImageNameInvalid: {
    severity: 'critical',
    title: 'The name of an image is not valid',
  },
  ContainerConfigInvalid: {
    severity: 'critical',
    title: 'A container refers to configuration that is not there',
  },
  ContainerCreateFailed: {
    severity: 'critical',
    title: 'A container cannot be created or started',
  },
  InitContainerFailed: {
    severity: 'critical',
    title: 'An init container fails, so the pod does not start',
  },
  ContainerCrashLooping: {
    severity: 'critical',
    title: 'A container crashes again and again',
  },
  ContainerOutOfMemory: {
    severity: 'critical',
    title: 'A container was killed because it used more memory than its limit',
  },
  ContainerRestarted: {
    severity: 'warning',
    title: 'A container was restarted recently',
  },
  ContainerNotReady: {
    severity: 'critical',
    title: 'A container runs but is not ready',
  },
  PodUnschedulable: {
    severity: 'critical',
    title: 'No node takes the pod',
  },
  PodEvicted: {
    severity: 'warning',
    title: 'A pod was evicted',
  },
  PodFailed: {
    severity: 'warning',
    title: 'A pod of the Deployment ended in failure',
  },
  PodStuckTerminating: {
    severity: 'warning',
    title: 'A pod does not end though it was deleted',
  },
  PodUnreachable: {
    severity: 'critical',
    health: 'Unknown',
    title: 'The node of a pod does not report',
  },
  VolumeMountFailed: {
    severity: 'critical',
    title: 'A volume cannot be attached or mounted',
  },
  ImageVersionsMixed: {
    severity: 'warning',
    title: 'Containers or pods run different versions',
  },
  ImageTagFloating: {
    severity: 'warning',
    title: 'An image is named by a tag that moves',
  },
} as const satisfies Record<string, Entry>;

const AUTOSCALER = {
  AutoscalerCannotScale: {
    severity: 'critical',
    title: 'The autoscaler cannot change the number of replicas',
  },
  AutoscalerMetricsUnavailable: {
    severity: 'warning',
    health: 'Degraded',
    title: 'The autoscaler gets no metrics',
  },
  AutoscalerSelectorInvalid: {
    severity: 'warning',
    health: 'Degraded',
    title: 'The autoscaler cannot tell which pods it counts',
  },
  AutoscalerDisabled: {
    severity: 'warning',
    health: 'Suspended',
    title: 'The autoscaler is off because no replica is wanted',
  },
  AutoscalerSaturated: {
    severity: 'warning',
    title: 'The autoscaler is at its maximum and the target is still exceeded',
  },
  AutoscalerMissing: {
    severity: 'warning',
    title: 'The values want an autoscaler and there is none',
  },
  AutoscalerReplicasContested: {
    severity: 'warning',
    title: 'A manifest and the autoscaler both set the number of replicas',
  },
} as const satisfies Record<string, Entry>;

const DRIFT = {
  VersionDrift: {
    severity: 'warning',
    title: 'Other images are deployed than the values ask for',
  },
  ReplicaDrift: {
    severity: 'warning',
    title: 'Another number of replicas is set than the values ask for',
  },
  ValuesDrift: {
    severity: 'warning',
    title: 'Other settings are deployed than the values ask for',
  },
  FieldDrift: {
    severity: 'warning',
    title: 'An object in the cluster differs from what the repository asks for',
  },
  ChartBehind: {
    severity: 'info',
    title: 'An older version of the chart is deployed than there is',
  },
  DeprecatedApiVersion: {
    severity: 'warning',
    title: 'An object is written by a version of its API that is deprecated',
  },
} as const satisfies Record<string, Entry>;

const SECRETS = {
  SecretMissing: {
    severity: 'critical',
    title: 'A secret that the pod needs is not there',
  },
  SecretKeyMissing: {
    severity: 'critical',
    title: 'A secret lacks a key that the pod needs',
  },
  SecretKeyEmpty: {
    severity: 'critical',
    title: 'A key that the pod needs is empty',
  },
  SecretRotatedNotRolled: {
    severity: 'warning',
    title: 'A secret changed after the pods that use it started',
  },
  ExternalSecretFailed: {
    severity: 'warning',
    health: 'Degraded',
    title: 'External Secrets cannot fetch a secret',
  },
  ExternalSecretStale: {
    severity: 'warning',
    title: 'External Secrets has not fetched a secret for too long',
  },
  SealedSecretFailed: {
    severity: 'warning',
    health: 'Degraded',
    title: 'A sealed secret cannot be opened',
  },
  CertificateNotIssued: {
    severity: 'warning',
    health: 'Degraded',
    title: 'cert-manager has not issued a certificate',
  },
  CertificateExpiring: {
    severity: 'warning',
    title: 'A certificate ends soon',
  },
  CertificateExpired: {
    severity: 'critical',
    title: 'A certificate has ended',
  },
} as const satisfies Record<string, Entry>;

const AROUND = {
  VolumeClaimMissing: {
    severity: 'critical',
    title: 'A claim that the pod mounts is not there',
  },
  VolumeClaimPending: {
    severity: 'critical',
    title: 'A claim has no volume',
  },
  VolumeClaimLost: {
    severity: 'critical',
    title: 'The volume of a claim is gone',
  },
  DisruptionBudgetBlocksDrains: {
    severity: 'warning',
    title: 'The disruption budget lets no pod be evicted',
  },
  ServiceWithoutEndpoints: {
    severity: 'critical',
    title: 'A Service has no endpoint that is ready',
  },
  LoadBalancerPending: {
    severity: 'warning',
    title: 'A load balancer has no address',
  },
  IngressWithoutAddress: {
    severity: 'warning',
    title: 'An Ingress has no address',
  },
  RouteNotAccepted: {
    severity: 'critical',
    title: 'No Gateway takes an HTTPRoute',
  },
  JobFailed: {
    severity: 'critical',
    title: 'A Job of the instance failed',
  },
  KindUnreadable: {
    severity: 'warning',
    health: 'Unknown',
    title: 'Objects of a kind could not be read',
  },
  RuleFailed: {
    severity: 'warning',
    title: 'A rule that the portal adds failed',
  },
} as const satisfies Record<string, Entry>;

const ENTRIES = {
  ...ROLLOUT,
  ...PODS,
  ...AUTOSCALER,
  ...DRIFT,
  ...SECRETS,
  ...AROUND,
};

/** A code that this package finds. Adopters' rules add their own. */
export type FindingCode = keyof typeof ENTRIES;

const isCode = (code: string): code is FindingCode =>
  Object.hasOwn(ENTRIES, code);

/** Every code that this package finds. */
export const FINDING_CODES: readonly FindingCode[] =
  Object.keys(ENTRIES).filter(isCode);

/** What all findings of a code have in common. */
export function findingDefinition(code: FindingCode): FindingDefinition {
  return { code, docs: `docs/findings/${code}.md`, ...ENTRIES[code] };
}

/**
 * Every kind of finding that this package makes.
 *
 * @public
 */
export function findingDefinitions(): FindingDefinition[] {
  return FINDING_CODES.map(findingDefinition);
}
