import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { consequence } from '../texts';
import {
  endText,
  isCrashLooping,
  isOutOfMemory,
  lastEnd,
  previousLogs,
  timesText,
} from './crashes';
import { eachContainer } from './eachContainer';

/** CrashLoopBackOff, also in the moments between two crashes. */
export const containerCrashLooping = builtInRule(
  'ContainerCrashLooping',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { name, kind, restarts } = container;
      if (
        kind !== 'init' &&
        !isOutOfMemory(container) &&
        isCrashLooping(container, context.now)
      ) {
        yield {
          object: referenceTo(pod.object),
          title: `${name} crashes again and again`,
          cause: `Container ${name} was restarted ${timesText(
            restarts,
          )}. ${endText(container)}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: container.waiting?.reason ?? lastEnd(container)?.reason,
            exitCode: lastEnd(container)?.exitCode,
          },
          remedy: previousLogs(pod, container),
        };
      }
    }
  },
);
