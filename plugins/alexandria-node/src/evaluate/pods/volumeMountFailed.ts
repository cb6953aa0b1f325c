import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { missingSecret } from '../secrets/missingSecret';
import { kubectl, withMessage } from '../texts';

const REASONS = ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'];

/** A pod that waits for a volume says so only in its events. */
export const volumeMountFailed = builtInRule(
  'VolumeMountFailed',
  function* check(context) {
    for (const { object, phase } of context.activePods) {
      const warning =
        phase === 'Pending' ? context.warning(object, REASONS) : undefined;
      if (
        warning !== undefined &&
        missingSecret(warning.message) === undefined
      ) {
        yield {
          object: referenceTo(object),
          title: `A volume of pod ${object.name} cannot be mounted`,
          cause: withMessage(`Event ${warning.reason}`, warning.message),
          evidence: { reason: warning.reason, message: warning.message },
          remedy: kubectl(object, 'describe', 'pod', object.name),
        };
      }
    }
  },
);
