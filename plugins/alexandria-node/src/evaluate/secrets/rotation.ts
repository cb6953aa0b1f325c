import type { DeploymentContext } from '../DeploymentContext';
import { eachContainer } from '../pods/eachContainer';
import type { NeededSecret } from './neededSecrets';

/** The oldest start of a container that uses a secret and runs; undefined when none does. */
export function oldestUse(
  context: DeploymentContext,
  { containers }: NeededSecret,
): number | undefined {
  const starts: number[] = [];
  for (const { container } of eachContainer(context)) {
    const start = container.running?.startedAt;
    if (containers.includes(container.name) && start !== undefined) {
      starts.push(start);
    }
  }
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** Whether a secret was written after the oldest container that uses it started; undefined when that is not known. */
export function isRotatedNotRolled(
  context: DeploymentContext,
  needed: NeededSecret,
): boolean | undefined {
  const written = context.secret(needed.name)?.writtenAt;
  const used = oldestUse(context, needed);
  return written === undefined || used === undefined
    ? undefined
    : written > used;
}
