import type { DeploymentContext } from '../DeploymentContext';
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
