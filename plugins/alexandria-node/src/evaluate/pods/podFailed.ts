import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';

/** A pod that is to run for ever ended: a node that shut down, or a kubelet that refused it. */
export const podFailed = builtInRule('PodFailed', function* check({ pods }) {
  for (const { object, phase, reason, message } of pods) {
    if (
      phase === 'Failed' &&
      reason !== 'Evicted' &&
      object.deletedAt === undefined
    ) {
      yield {
        object: referenceTo(object),
        title: `Pod ${object.name} ended in failure`,
        cause: withMessage(
          `The pod is Failed${reason === '' ? '' : `, ${reason}`}`,
          message,
        ),
        evidence: { reason, message },
        remedy: `${kubectl(
          object,
          ...['describe', 'pod', object.name],
        )}; once it is understood, ${kubectl(
          object,
          ...['delete', 'pod', object.name],
        )}`,
      };
    }
  }
});
