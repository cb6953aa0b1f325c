import type { AutoscalerStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  autoscalerConditions,
  autoscalerHealth,
  isDisabled,
} from '../health/autoscalerHealth';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { integerAt, textAt } from '../objects/read';
import { withMessage } from '../texts';
import { autoscalerMetrics, metricText } from './metrics';

/** One line that says why the number of replicas is what it is. */
function sentence(
  object: KubernetesObject,
  counts: { min: number; max: number; current?: number; desired?: number },
  metrics: string[],
): string {
  const { min, max, current, desired } = counts;
  const { health, reason, message } = autoscalerHealth(object, 0);
  const conditions = autoscalerConditions(object) ?? [];
  const said = metrics.length > 0 ? `: ${metrics.join(', ')}` : '';
  if (health === 'Degraded' || health === 'Unknown') {
    return withMessage(
      `It stays at ${current ?? 'its'} replicas, ${reason}`,
      message,
    );
  }
  if (conditions.some(isDisabled)) {
    return 'It is off because no replica is wanted.';
  }
  if (current === undefined || desired === undefined) {
    return 'It has not computed a number of replicas yet.';
  }
  if (current !== desired) {
    return `It goes from ${current} to ${desired} replicas${said}.`;
  }
  const limited = conditions.find(
    ({ type, status }) => type === 'ScalingLimited' && status === 'True',
  );
  if (limited?.reason === 'TooManyReplicas') {
    return `It is at its maximum of ${max}${said}.`;
  }
  if (limited?.reason === 'TooFewReplicas' || current === min) {
    return `It is at its minimum of ${min}${said}.`;
  }
  return `It holds ${current} replicas${said}.`;
}

/**
 * Where an autoscaler stands. `autoscaling/v1` has one metric, the CPU of whole pods.
 */
export function describeAutoscaler(object: KubernetesObject): AutoscalerStatus {
  const { json } = object;
  const metrics = autoscalerMetrics(object);
  const target = integerAt(json, 'spec', 'targetCPUUtilizationPercentage');
  if (metrics.length === 0 && target !== undefined) {
    const now = integerAt(json, 'status', 'currentCPUUtilizationPercentage');
    metrics.push({
      type: 'Resource',
      name: 'cpu',
      ...(now === undefined ? {} : { current: `${now}%` }),
      target: `${target}%`,
    });
  }
  const counts = {
    min: integerAt(json, 'spec', 'minReplicas') ?? 1,
    max: integerAt(json, 'spec', 'maxReplicas') ?? 0,
    current: integerAt(json, 'status', 'currentReplicas'),
    desired: integerAt(json, 'status', 'desiredReplicas'),
  };
  const lastScaleTime = textAt(json, 'status', 'lastScaleTime');
  return {
    object: referenceTo(object),
    ...counts,
    ...(lastScaleTime === '' ? {} : { lastScaleTime }),
    metrics,
    sentence: sentence(object, counts, metrics.map(metricText)),
  };
}
