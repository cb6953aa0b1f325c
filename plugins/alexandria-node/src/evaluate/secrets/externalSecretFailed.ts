import { builtInRule } from '../builtInRule';
import { conditionOf } from '../objects/conditions';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { externalSecretsOf, syncTimes } from './externalSecrets';
import { targetOf } from './makerOf';

/** Ready is False: what is in the cluster stays as it was last fetched, or is not there at all. */
export const externalSecretFailed = builtInRule(
  'ExternalSecretFailed',
  function* check(context) {
    for (const object of externalSecretsOf(context)) {
      const condition = conditionOf(object.json, 'Ready');
      if (condition?.status !== 'False') {
        continue;
      }
      const neverFetched = syncTimes(object).last === undefined;
      yield {
        object: referenceTo(object),
        severity: neverFetched ? 'critical' : 'warning',
        title: `External Secrets cannot fetch secret ${targetOf(object)}`,
        cause: `${withMessage(conditionText(condition), condition.message)} ${
          neverFetched
            ? 'It was never fetched.'
            : 'Pods go on with what was fetched last.'
        }`,
        evidence: conditionEvidence(condition),
        remedy: `${kubectl(
          object,
          ...['describe', 'externalsecret', object.name],
        )}; check the store, its credentials, and externalSecrets.* in the values`,
      };
    }
  },
);
