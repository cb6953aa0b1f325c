import { DeploymentContext } from '../DeploymentContext';
import { ingressesOf } from '../network/services';
import { Json, recordsAt, textAt } from '../objects/read';
import { Snapshot } from '../objects/Snapshot';

/** The secrets that an instance uses: those of its pods, and those of the TLS of its Ingresses. */
export function usedSecrets(context: DeploymentContext): Set<string> {
  return new Set([
    ...context.neededSecrets.map(({ name }) => name),
    ...ingressesOf(context).flatMap(({ json }) =>
      recordsAt(json, 'spec', 'tls').map(tls => textAt(tls, 'secretName')),
    ),
  ]);
}

/**
 * The names of the secrets that the Deployments among the objects use: in their pod templates, and in the TLS of the
 * Ingresses that lead to their Services.
 *
 * @param objects - Deployments, Services and Ingresses of one namespace; others change nothing
 *
 * @public
 */
export function usedSecretNames(objects: Iterable<Json>): string[] {
  const surroundings = {
    ...{ snapshot: new Snapshot(objects), observedAt: 0, now: 0 },
    ...{ complete: [], secrets: [], unreadable: [], expectations: [] },
    ...{ comparisons: [], chartVersion: undefined },
  };
  const names = surroundings.snapshot
    .ofKind('apps', 'Deployment')
    .flatMap(deployment => [
      ...usedSecrets(new DeploymentContext(deployment, surroundings)),
    ]);
  return [...new Set(names)].filter(name => name !== '').sort();
}
