import { conditionOf } from '../objects/conditions';
import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { consequence, duration, kubectl, quoted } from '../texts';
import { isCrashLooping } from './crashes';
import { eachContainer } from './eachContainer';
import type { DeploymentContext } from '../DeploymentContext';

/** After a rollout has ended, a container that is not ready for longer than this is no start any more. */
const START_MS = 2 * 60_000;

/** While a rollout goes on, its deadline says how long a start may take; the Deployment controller watches it. */
const isRollingOut = ({ deployment }: DeploymentContext) => {
  const condition = conditionOf(deployment.json, 'Progressing');
  return (
    condition !== undefined && condition.reason !== 'NewReplicaSetAvailable'
  );
};

/** A container runs and its probe says that it is not ready. */
export const containerNotReady = builtInRule(
  'ContainerNotReady',
  function* check(context) {
    const rollingOut = isRollingOut(context);
    for (const { pod, container } of eachContainer(context)) {
      const { name, kind, running, ready } = container;
      if (
        kind === 'init' ||
        running === undefined ||
        ready ||
        isCrashLooping(container, context.now)
      ) {
        continue;
      }
      const since =
        conditionOf(pod.object.json, 'ContainersReady')?.since ??
        conditionOf(pod.object.json, 'Ready')?.since ??
        running.startedAt;
      const age = since === undefined ? undefined : context.now - since;
      const isStart = rollingOut || (age !== undefined && age < START_MS);
      const lasting = context.serves ? 'warning' : 'critical';
      const warning = context.warning(pod.object, ['Unhealthy']);
      yield {
        object: referenceTo(pod.object),
        severity: isStart ? 'info' : lasting,
        title: `${name} is not ready`,
        cause: `Container ${name} runs but its readiness or startup probe has not succeeded${
          age === undefined ? '' : ` for ${duration(age)}`
        }${warning === undefined ? '' : `: ${quoted(warning.message)}`}.${
          isStart
            ? ' It may still be starting.'
            : consequence(container, context.serves)
        }`,
        evidence: {
          container: name,
          condition: 'ContainersReady',
          reason: warning?.reason ?? 'ContainersNotReady',
          message: warning?.message,
        },
        remedy: kubectl(
          pod.object,
          ...['logs', pod.object.name, '-c', name, '--tail=100'],
        ),
      };
    }
  },
);
