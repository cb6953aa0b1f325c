import { builtInRule } from '../builtInRule';
import { isDisabled } from '../health/autoscalerHealth';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { eachCondition } from './eachCondition';

/** ScalingDisabled: somebody scaled the Deployment to zero, and an autoscaler never scales up from there. */
export const autoscalerDisabled = builtInRule(
  'AutoscalerDisabled',
  function* check(context) {
    for (const { autoscaler, condition } of eachCondition(
      context,
      isDisabled,
    )) {
      yield {
        object: referenceTo(autoscaler),
        title: `Autoscaler ${autoscaler.name} is off because no replica is wanted`,
        cause: withMessage(conditionText(condition), condition.message),
        evidence: conditionEvidence(condition),
        remedy: kubectl(
          context.deployment,
          ...['scale', `deployment/${context.name}`, '--replicas=1'],
        ),
      };
    }
  },
);
