import { builtInRule } from '../builtInRule';
import { isUnableToScale } from '../health/autoscalerHealth';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { eachCondition } from './eachCondition';

/** AbleToScale: the controller cannot read or write the number of replicas. */
export const autoscalerCannotScale = builtInRule(
  'AutoscalerCannotScale',
  function* check(context) {
    for (const { autoscaler, condition } of eachCondition(
      context,
      isUnableToScale,
    )) {
      yield {
        object: referenceTo(autoscaler),
        title: `Autoscaler ${autoscaler.name} cannot scale ${context.name}`,
        cause: withMessage(conditionText(condition), condition.message),
        evidence: conditionEvidence(condition),
        remedy: kubectl(autoscaler, 'describe', 'hpa', autoscaler.name),
      };
    }
  },
);
