import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { duration } from '../texts';
import {
  endText,
  isCrashLooping,
  isOutOfMemory,
  previousLogs,
  timesText,
} from './crashes';
import { eachContainer } from './eachContainer';

/** A restart is news for so long; how often a container was restarted in its life says little. */
const NEWS_MS = 60 * 60_000;

/** It failed a short while ago and runs again. */
export const containerRestarted = builtInRule(
  'ContainerRestarted',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { name, kind, restarts, running, lastTerminated } = container;
      if (
        kind === 'init' ||
        running === undefined ||
        lastTerminated?.finishedAt === undefined ||
        lastTerminated.exitCode === 0 ||
        isOutOfMemory(container) ||
        isCrashLooping(container, context.now)
      ) {
        continue;
      }
      const age = context.now - lastTerminated.finishedAt;
      if (age <= NEWS_MS) {
        yield {
          object: referenceTo(pod.object),
          title: `${name} was restarted ${duration(age)} ago`,
          cause: `Container ${name} failed ${duration(
            age,
          )} ago and runs again; it was restarted ${timesText(
            restarts,
          )} in all. ${endText(container)}`,
          evidence: {
            container: name,
            reason: lastTerminated.reason,
            exitCode: lastTerminated.exitCode,
          },
          remedy: previousLogs(pod, container),
        };
      }
    }
  },
);
