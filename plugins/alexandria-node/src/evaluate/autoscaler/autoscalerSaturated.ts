import { builtInRule } from '../builtInRule';
import { autoscalerConditions } from '../health/autoscalerHealth';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { withMessage } from '../texts';
import { describeAutoscaler } from './describeAutoscaler';
import { isExceeded, metricText } from './metrics';

/**
 * ScalingLimited by TooManyReplicas while a target is still exceeded. To be at the maximum is no saturation when that
 * is the minimum too, or when the load is met.
 */
export const autoscalerSaturated = builtInRule(
  'AutoscalerSaturated',
  function* check({ autoscalers }) {
    for (const autoscaler of autoscalers) {
      const limited = autoscalerConditions(autoscaler)?.find(
        ({ type, status, reason }) =>
          type === 'ScalingLimited' &&
          status === 'True' &&
          reason === 'TooManyReplicas',
      );
      const { min, max, metrics } = describeAutoscaler(autoscaler);
      const exceeded = metrics.filter(metric => isExceeded(metric) === true);
      if (limited !== undefined && min < max && exceeded.length > 0) {
        yield {
          object: referenceTo(autoscaler),
          title: `Autoscaler ${autoscaler.name} is at its maximum of ${max} and needs more`,
          cause: `${withMessage(
            conditionText(limited),
            limited.message,
          )}. Still exceeded: ${exceeded.map(metricText).join(', ')}.`,
          evidence: conditionEvidence(limited),
          remedy:
            'Raise autoscaling.maxReplicas, or resources.* so that a replica does more, in the values',
        };
      }
    }
  },
);
