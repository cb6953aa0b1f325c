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
  autoscalerMetricSchema,
  autoscalerStatusSchema,
  type AutoscalerMetric,
  type AutoscalerStatus,
} from './autoscaler';
export {
  secretKeyStatusSchema,
  secretStatusSchema,
  secretTierSchema,
  type SecretKeyStatus,
  type SecretStatus,
  type SecretTier,
} from './secret';
export { verdictSchema, type Verdict } from './verdict';
export {
  clusterConditionSchema,
  clusterStatusSchema,
  instanceStatusSchema,
  type ClusterCondition,
  type ClusterStatus,
  type InstanceStatus,
} from './instance';
