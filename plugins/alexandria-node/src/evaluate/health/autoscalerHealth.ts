import { Condition, conditionsOf } from '../objects/conditions';
import type { KubernetesObject } from '../objects/KubernetesObject';
import {
  degraded,
  HealthCheck,
  healthy,
  progressing,
  suspended,
  unknown,
} from './HealthCheck';

/** Where `autoscaling/v1` keeps the conditions. */
const CONDITIONS_ANNOTATION = 'autoscaling.alpha.kubernetes.io/conditions';

/** The conditions of an autoscaler of any version; undefined when they cannot be read. */
export function autoscalerConditions(
  object: KubernetesObject,
): Condition[] | undefined {
  const text = object.annotations[CONDITIONS_ANNOTATION];
  if (text === undefined || object.version !== 'v1') {
    return conditionsOf(object.json);
  }
  try {
    return conditionsOf({ status: { conditions: JSON.parse(text) } });
  } catch {
    return undefined;
  }
}

/** Reasons of `AbleToScale` that the controller gives when it fails to read or write the scale. */
const UNABLE = new Set(['FailedGetScale', 'FailedUpdateScale']);

export const isUnableToScale = ({ type, reason }: Condition) =>
  type === 'AbleToScale' && UNABLE.has(reason);

/**
 * Reasons of `ScalingActive` for metrics that cannot be had: `FailedGet…Metric` of every type (Argo CD knows all but
 * `FailedGetContainerResourceMetric`), `FailedComputeMetricsReplicas` and `InvalidMetricSourceType`.
 */
export const lacksMetrics = ({ type, reason }: Condition) =>
  type === 'ScalingActive' &&
  (/^FailedGet.*Metric$/.test(reason) ||
    reason === 'FailedComputeMetricsReplicas' ||
    reason === 'InvalidMetricSourceType');

export const hasInvalidSelector = ({ type, reason }: Condition) =>
  type === 'ScalingActive' &&
  (reason === 'InvalidSelector' || reason === 'AmbiguousSelector');

export const isDisabled = ({ type, status, reason }: Condition) =>
  type === 'ScalingActive' &&
  status === 'False' &&
  reason === 'ScalingDisabled';

/** A HorizontalPodAutoscaler as Argo CD reads it; `ScalingDisabled` is Suspended. */
export const autoscalerHealth: HealthCheck = object => {
  const conditions = autoscalerConditions(object);
  if (conditions === undefined) {
    return unknown('ConditionsUnreadable', 'Its conditions are no valid JSON');
  }
  const failure = conditions.find(
    condition =>
      isUnableToScale(condition) ||
      lacksMetrics(condition) ||
      hasInvalidSelector(condition),
  );
  if (failure !== undefined) {
    return degraded(failure.reason, failure.message);
  }
  const disabled = conditions.find(isDisabled);
  if (disabled !== undefined) {
    return suspended(disabled.reason, disabled.message);
  }
  const working = conditions.find(
    ({ type, status }) =>
      status === 'True' &&
      (type === 'AbleToScale' || type === 'ScalingLimited'),
  );
  return working === undefined
    ? progressing(
        'NotScaledYet',
        'It has not computed a number of replicas yet',
      )
    : healthy(working.reason || working.type, working.message);
};
