import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';

/** The kubelet ended a pod because its node ran short. */
export const podEvicted = builtInRule('PodEvicted', function* check({ pods }) {
  for (const { object, phase, reason, message } of pods) {
    if (phase === 'Failed' && reason === 'Evicted') {
      yield {
        object: referenceTo(object),
        title: `Pod ${object.name} was evicted`,
        cause: withMessage(
          'The pod is Failed, Evicted: its node ran short, and another pod took its place',
          message,
        ),
        evidence: { reason, message },
        remedy: `Set requests and limits in resources.* so that it is not the first to go; then ${kubectl(
          object,
          ...['delete', 'pod', object.name],
        )}`,
      };
    }
  }
});
