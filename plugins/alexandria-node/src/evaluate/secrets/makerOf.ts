import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';

/** The secret that an ExternalSecret writes. */
export const targetOf = ({ json, name }: KubernetesObject) =>
  textAt(json, 'spec', 'target', 'name') || name;

/** The secret that a SealedSecret becomes. */
export const unsealedName = ({ json, name }: KubernetesObject) =>
  textAt(json, 'spec', 'template', 'metadata', 'name') || name;

/** The object that an operator makes a secret from; undefined when people or the chart make it, or it is not at hand. */
export function makerOf(
  context: DeploymentContext,
  secret: string,
): KubernetesObject | undefined {
  return (
    context
      .inNamespace('external-secrets.io', 'ExternalSecret')
      .find(object => targetOf(object) === secret) ??
    context
      .inNamespace('bitnami.com', 'SealedSecret')
      .find(object => unsealedName(object) === secret) ??
    context
      .inNamespace('cert-manager.io', 'Certificate')
      .find(({ json }) => textAt(json, 'spec', 'secretName') === secret)
  );
}
