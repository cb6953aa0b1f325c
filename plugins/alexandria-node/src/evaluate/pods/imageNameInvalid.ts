import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { waitingProblem } from '../objects/waitingReasons';
import { consequence, withMessage } from '../texts';
import { eachContainer } from './eachContainer';
import { imageValue } from './valuePaths';

/** InvalidImageName: no registry is even asked. */
export const imageNameInvalid = builtInRule(
  'ImageNameInvalid',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { waiting, image, name } = container;
      if (
        waiting !== undefined &&
        waitingProblem(waiting.reason) === 'imageName'
      ) {
        yield {
          object: referenceTo(pod.object),
          title: `${image} of ${name} is no valid name of an image`,
          cause: `${withMessage(
            `Container ${name} waits, ${waiting.reason}`,
            waiting.message,
          )}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: waiting.reason,
            message: waiting.message,
          },
          remedy: `Correct ${imageValue(
            name,
          )}.repository, .tag or .digest in the values`,
        };
      }
    }
  },
);
