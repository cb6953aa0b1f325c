import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { waitingProblem } from '../objects/waitingReasons';
import { consequence, kubectl, withMessage } from '../texts';
import { eachContainer } from './eachContainer';

/** CreateContainerError, RunContainerError and whatever else the runtime refuses. */
export const containerCreateFailed = builtInRule(
  'ContainerCreateFailed',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { waiting, name } = container;
      if (
        waiting !== undefined &&
        waitingProblem(waiting.reason) === 'create'
      ) {
        yield {
          object: referenceTo(pod.object),
          title: `Container ${name} cannot be started`,
          cause: `${withMessage(
            `Container ${name} waits, ${waiting.reason}`,
            waiting.message,
          )}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: waiting.reason,
            message: waiting.message,
          },
          remedy: kubectl(pod.object, ...['describe', 'pod', pod.object.name]),
        };
      }
    }
  },
);
