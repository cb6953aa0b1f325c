import type { Condition } from './workloads';

/** A condition before it is known since when it is so. */
export type NextCondition = Omit<Condition, 'lastTransitionTime'>;

/** Whether it can scale, and why it does or does not. */
export const able = (reason: string, message: string): NextCondition => ({
  ...{ type: 'AbleToScale', status: 'True', reason, message },
});

/** Whether it has scaled, would scale less, or has as many as it wants. */
export function ableToScale(
  isRescaled: boolean,
  desired: number,
  isStabilized: boolean,
): NextCondition {
  if (isRescaled) {
    return able(
      'SucceededRescale',
      `the HPA controller was able to update the target scale to ${desired}`,
    );
  }
  return isStabilized
    ? able(
        'ScaleDownStabilized',
        'recent recommendations were higher than current one, applying the highest recent recommendation',
      )
    : able('ReadyForNewScale', 'recommended size matches current size');
}

/** Whether the bounds keep it from what the metrics ask for. */
export function limited(
  wanted: number,
  min: number,
  max: number,
): NextCondition {
  if (wanted > max) {
    return {
      type: 'ScalingLimited',
      status: 'True',
      reason: 'TooManyReplicas',
      message:
        'the desired replica count is more than the maximum replica count',
    };
  }
  return wanted < min
    ? {
        type: 'ScalingLimited',
        status: 'True',
        reason: 'TooFewReplicas',
        message:
          'the desired replica count is less than the minimum replica count',
      }
    : {
        type: 'ScalingLimited',
        status: 'False',
        reason: 'DesiredWithinRange',
        message: 'the desired count is within the acceptable range',
      };
}
