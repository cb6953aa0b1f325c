import { builtInRule } from '../builtInRule';
import type { DeploymentContext } from '../DeploymentContext';
import { referenceTo } from '../objects/KubernetesObject';
import type { Pod } from '../objects/Pod';
import { waitingProblem } from '../objects/waitingReasons';
import { consequence, kubectl, withMessage } from '../texts';
import { eachContainer } from './eachContainer';
import { imageValue } from './valuePaths';

/** The kubelet's event, which has the answer of the registry. What a container in back-off says is only that it waits. */
const failure = (context: DeploymentContext, pod: Pod, image: string) =>
  context.warning(pod.object, ['Failed'], `Failed to pull image "${image}"`);

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
        const message =
          failure(context, pod, image)?.message ?? waiting.message;
        yield {
          object: referenceTo(pod.object),
          title: `Image ${image} of ${name} cannot be pulled`,
          cause: `${withMessage(
            `Container ${name} waits, ${waiting.reason}`,
            message,
          )}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: waiting.reason,
            message,
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
