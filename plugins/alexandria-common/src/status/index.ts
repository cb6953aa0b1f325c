export { healthSchema, worstHealth, type Health } from './health';
export {
  evidenceSchema,
  findingSchema,
  objectReferenceSchema,
  severitySchema,
  type Evidence,
  type Finding,
  type ObjectReference,
  type Severity,
} from './finding';
export {
  autoscalerDetailsSchema,
  autoscalerMetricSchema,
  autoscalerStatusSchema,
  scalingSchema,
  type AutoscalerDetails,
  type AutoscalerMetric,
  type AutoscalerStatus,
  type Scaling,
} from './autoscaler';
export {
  clusterDeploymentsSchema,
  observedDeploymentSchema,
  type ClusterDeployments,
  type ObservedDeployment,
} from './clusterDeployments';
export { conditionStatusSchema, type ConditionStatus } from './condition';
export { deploymentDetailsSchema, type DeploymentDetails } from './details';
export {
  deploymentDriftSchema,
  deprecatedApiSchema,
  fieldDriftSchema,
  fieldWriterSchema,
  objectDriftSchema,
  repositoryFileDriftSchema,
  type DeploymentDrift,
  type DeprecatedApi,
  type FieldDrift,
  type FieldWriter,
  type ObjectDrift,
  type RepositoryFileDrift,
} from './drift';
export { EVENTS_KEPT_MS, eventStatusSchema, type EventStatus } from './event';
export { containerImageSchema, type ContainerImage } from './image';
export {
  addressStatusSchema,
  disruptionBudgetStatusSchema,
  networkStatusSchema,
  servicePortSchema,
  serviceStatusSchema,
  type AddressStatus,
  type DisruptionBudgetStatus,
  type NetworkStatus,
  type ServicePort,
  type ServiceStatus,
} from './network';
export {
  containerRoleSchema,
  containerStatusSchema,
  podStatusSchema,
  terminationStatusSchema,
  type ContainerRole,
  type ContainerStatus,
  type PodStatus,
  type TerminationStatus,
} from './pod';
export {
  revisionStatusSchema,
  rolloutStatusSchema,
  type RevisionStatus,
  type RolloutStatus,
} from './rollout';
export {
  storageStatusSchema,
  volumeClaimStatusSchema,
  type StorageStatus,
  type VolumeClaimStatus,
} from './storage';
export {
  detailsPartSchema,
  unreadablePartSchema,
  type DetailsPart,
  type UnreadablePart,
} from './unreadablePart';
export {
  secretKeyStatusSchema,
  secretStatusSchema,
  secretTierSchema,
  type SecretKeyStatus,
  type SecretStatus,
  type SecretTier,
} from './secret';
export { metricShare } from './metricShare';
export { verdictSchema, type Verdict } from './verdict';
export {
  clusterConditionSchema,
  clusterStatusSchema,
  instanceStatusSchema,
  type ClusterCondition,
  type ClusterStatus,
  type InstanceStatus,
} from './instance';
export {
  fleetDeploymentSchema,
  fleetSchema,
  type Fleet,
  type FleetDeployment,
} from './fleet';
export {
  secretTrouble,
  secretTroubles,
  type SecretTrouble,
} from './secretTroubles';
