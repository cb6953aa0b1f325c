import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { consequence, duration, kubectl } from '../texts';
import { isCrashLooping, isOutOfMemory, lastEnd, timesText } from './crashes';
import { eachContainer } from './eachContainer';
import { resourcesValue } from './valuePaths';

/** How long a kill is news when the container has run well since. */
const NEWS_MS = 60 * 60_000;

/** OOMKilled: critical while the container is down, a warning for an hour after it came back. */
export const containerOutOfMemory = builtInRule(
  'ContainerOutOfMemory',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const end = lastEnd(container);
      if (end === undefined || !isOutOfMemory(container)) {
        continue;
      }
      const down =
        container.running === undefined ||
        isCrashLooping(container, context.now);
      const age =
        end.finishedAt === undefined ? undefined : context.now - end.finishedAt;
      if (!down && (age ?? 0) > NEWS_MS) {
        continue;
      }
      const { name, restarts } = container;
      const when = age === undefined ? '' : ` ${duration(age)} ago`;
      yield {
        object: referenceTo(pod.object),
        severity: down ? 'critical' : 'warning',
        title: `${name} was killed for using more memory than its limit`,
        cause: `The last run of ${name} ended${when} with exit code 137, OOMKilled; it was restarted ${timesText(
          restarts,
        )}.${
          down ? consequence(container, context.serves) : ' It runs again.'
        }`,
        evidence: { container: name, reason: 'OOMKilled', exitCode: 137 },
        remedy: `Raise ${resourcesValue(
          name,
        )}.limits.memory in the values; what it uses now: ${kubectl(
          pod.object,
          ...['top', 'pod', pod.object.name, '--containers'],
        )}`,
      };
    }
  },
);
