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
  evidenceSchema,
  findingSchema,
  healthSchema,
  objectReferenceSchema,
  secretKeyStatusSchema,
  secretStatusSchema,
  secretTierSchema,
  severitySchema,
  verdictSchema,
  worstHealth,
  type AutoscalerMetric,
  type AutoscalerStatus,
  type Evidence,
  type Finding,
  type Health,
  type ObjectReference,
  type SecretKeyStatus,
  type SecretStatus,
  type SecretTier,
  type Severity,
  type Verdict,
} from './status';
