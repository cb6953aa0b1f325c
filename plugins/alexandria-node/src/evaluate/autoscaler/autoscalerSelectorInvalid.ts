import { builtInRule } from '../builtInRule';
import { hasInvalidSelector } from '../health/autoscalerHealth';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { eachCondition } from './eachCondition';

/** InvalidSelector, or AmbiguousSelector: two autoscalers count the same pods. */
export const autoscalerSelectorInvalid = builtInRule(
  'AutoscalerSelectorInvalid',
  function* check(context) {
    for (const { autoscaler, condition } of eachCondition(
      context,
      hasInvalidSelector,
    )) {
      yield {
        object: referenceTo(autoscaler),
        title: `Autoscaler ${autoscaler.name} cannot tell which pods it counts`,
        cause: withMessage(conditionText(condition), condition.message),
        evidence: conditionEvidence(condition),
        remedy:
          condition.reason === 'AmbiguousSelector'
            ? `${kubectl(autoscaler, 'get', 'hpa')}; keep one for these pods`
            : kubectl(autoscaler, 'describe', 'hpa', autoscaler.name),
      };
    }
  },
);
