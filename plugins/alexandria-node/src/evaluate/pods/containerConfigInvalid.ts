import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { waitingProblem } from '../objects/waitingReasons';
import { missingSecret } from '../secrets/missingSecret';
import { consequence, kubectl, withMessage } from '../texts';
import { eachContainer } from './eachContainer';

/** CreateContainerConfigError for anything but a Secret: a ConfigMap, or a user that the policy forbids. */
export const containerConfigInvalid = builtInRule(
  'ContainerConfigInvalid',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { waiting, name } = container;
      if (
        waiting !== undefined &&
        waitingProblem(waiting.reason) === 'config' &&
        missingSecret(waiting.message) === undefined
      ) {
        const configMap = /configmap "([^"]+)" not found/.exec(waiting.message);
        yield {
          object: referenceTo(pod.object),
          title:
            configMap === null
              ? `The configuration of ${name} is not accepted`
              : `ConfigMap ${configMap[1]}, which ${name} needs, is not there`,
          cause: `${withMessage(
            `Container ${name} waits, ${waiting.reason}`,
            waiting.message,
          )}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: waiting.reason,
            message: waiting.message,
          },
          remedy: kubectl(
            pod.object,
            ...(configMap === null
              ? ['describe', 'pod', pod.object.name]
              : ['get', 'configmap', configMap[1]]),
          ),
        };
      }
    }
  },
);
