import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { waitingProblem } from '../objects/waitingReasons';
import { consequence, kubectl, withMessage } from '../texts';
import { eachContainer } from './eachContainer';
import { imageValue } from './valuePaths';

/** ErrImagePull, ImagePullBackOff and the like. */
export const imagePullFailed = builtInRule(
  'ImagePullFailed',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { waiting, image, name } = container;
      if (
        waiting !== undefined &&
        waitingProblem(waiting.reason) === 'imagePull'
      ) {
        yield {
          object: referenceTo(pod.object),
          title: `Image ${image} of ${name} cannot be pulled`,
          cause: `${withMessage(
            `Container ${name} waits, ${waiting.reason}`,
            waiting.message,
          )}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: waiting.reason,
            message: waiting.message,
          },
          remedy: `Check that ${image} exists and that the pod may pull it: ${kubectl(
            pod.object,
            ...['describe', 'pod', pod.object.name],
          )}; correct ${imageValue(name)} or imagePullSecrets in the values`,
        };
      }
    }
  },
);
