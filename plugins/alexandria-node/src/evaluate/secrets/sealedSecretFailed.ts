import { builtInRule } from '../builtInRule';
import { conditionOf } from '../objects/conditions';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { unsealedName } from './makerOf';
import { usedSecrets } from './usedSecrets';

/** Synced is False: sealed for another cluster, namespace or name, or with a key that is gone. */
export const sealedSecretFailed = builtInRule(
  'SealedSecretFailed',
  function* check(context) {
    const used = usedSecrets(context);
    for (const object of context.inNamespace('bitnami.com', 'SealedSecret')) {
      const condition = conditionOf(object.json, 'Synced');
      if (condition?.status === 'False' && used.has(unsealedName(object))) {
        yield {
          object: referenceTo(object),
          title: `Sealed secret ${object.name} cannot be opened`,
          cause: withMessage(conditionText(condition), condition.message),
          evidence: conditionEvidence(condition),
          remedy: `Seal it anew for this cluster, namespace and name with kubeseal; then ${kubectl(
            object,
            ...['describe', 'sealedsecret', object.name],
          )}`,
        };
      }
    }
  },
);
