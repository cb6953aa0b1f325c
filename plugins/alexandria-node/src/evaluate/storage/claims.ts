import type { DeploymentContext } from '../DeploymentContext';
import { conditionOf } from '../objects/conditions';
import { recordsAt, textAt } from '../objects/read';

/** The names of the claims that the pod template mounts. */
export function claimNames({ template }: DeploymentContext): string[] {
  const names = recordsAt(template, 'spec', 'volumes').map(volume =>
    textAt(volume, 'persistentVolumeClaim', 'claimName'),
  );
  return [...new Set(names.filter(name => name !== ''))];
}

/** The claims that the pod template mounts, as far as they are at hand. */
export function claimsOf(context: DeploymentContext) {
  const names = claimNames(context);
  return context
    .inNamespace('', 'PersistentVolumeClaim')
    .filter(({ name }) => names.includes(name));
}

/**
 * Whether a claim that is not at hand is not there: the scheduler says so, or all claims are known.
 *
 * @returns what the scheduler says, empty when the claims say it; undefined when nobody does
 */
export function claimAbsence(
  context: DeploymentContext,
  name: string,
): string | undefined {
  const said = context.activePods.flatMap(({ object }) => {
    const condition = conditionOf(object.json, 'PodScheduled');
    return condition?.status === 'False' ? [condition.message] : [];
  });
  return (
    said.find(text =>
      text.includes(`persistentvolumeclaim "${name}" not found`),
    ) ?? (context.knowsAll('PersistentVolumeClaim') ? '' : undefined)
  );
}
