/**
 * Wire types and client shared by the Alexandria plugins.
 *
 * @packageDocumentation
 */
export {
  repositoryAvailabilitySchema,
  repositoryStatusSchema,
  type RepositoryAvailability,
  type RepositoryStatus,
} from './availability';
export {
  AlexandriaClient,
  type AlexandriaApi,
  type AlexandriaClientOptions,
} from './AlexandriaClient';
export {
  autoscalerMetricSchema,
  autoscalerStatusSchema,
  clusterConditionSchema,
  clusterStatusSchema,
  evidenceSchema,
  findingSchema,
  healthSchema,
  instanceStatusSchema,
  objectReferenceSchema,
  secretKeyStatusSchema,
  secretStatusSchema,
  secretTierSchema,
  severitySchema,
  verdictSchema,
  worstHealth,
  type AutoscalerMetric,
  type AutoscalerStatus,
  type ClusterCondition,
  type ClusterStatus,
  type Evidence,
  type Finding,
  type Health,
  type InstanceStatus,
  type ObjectReference,
  type SecretKeyStatus,
  type SecretStatus,
  type SecretTier,
  type Severity,
  type Verdict,
} from './status';
export {
  alexandriaPermissions,
  alexandriaStatusReadPermission,
} from './permissions';
