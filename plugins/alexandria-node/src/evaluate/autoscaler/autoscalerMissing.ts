import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';

/** The values say `autoscaling.enabled` and nothing scales the Deployment. */
export const autoscalerMissing = builtInRule(
  'AutoscalerMissing',
  function* check(context) {
    if (
      context.expectation?.autoscaler === true &&
      context.autoscalers.length === 0 &&
      context.knowsAll('HorizontalPodAutoscaler')
    ) {
      yield {
        object: context.reference,
        title: `No autoscaler scales ${context.name}, though the values want one`,
        cause:
          'autoscaling.enabled is true in the values, and no HorizontalPodAutoscaler has this Deployment as its target.',
        remedy: `${kubectl(
          context.deployment,
          ...['get', 'hpa'],
        )}; apply the manifests again, or set autoscaling.enabled to false`,
      };
    }
  },
);
