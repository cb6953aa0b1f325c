import type { DeploymentContext } from '../DeploymentContext';
import { ingressesOf } from '../network/services';
import { recordsAt, textAt } from '../objects/read';

/** The secrets that an instance uses: those of its pods, and those of the TLS of its Ingresses. */
export function usedSecrets(context: DeploymentContext): Set<string> {
  return new Set([
    ...context.neededSecrets.map(({ name }) => name),
    ...ingressesOf(context).flatMap(({ json }) =>
      recordsAt(json, 'spec', 'tls').map(tls => textAt(tls, 'secretName')),
    ),
  ]);
}
