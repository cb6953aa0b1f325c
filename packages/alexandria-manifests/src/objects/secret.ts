import { base64 } from './base64';
import { KubernetesObject, objectMeta, RenderContext } from './context';
import { present } from './deployment/present';
import { secretKeys } from './secretKeys';

/** The values of the chart's own Secret; empty when everything comes from elsewhere. */
function secretValues({ values }: RenderContext): Record<string, string> {
  const { auth, externalSecrets, config } = values;
  const own = auth.existingSecret === '' && !externalSecrets.enabled;
  return {
    [secretKeys.jwtSecret]: own ? auth.jwtSecret : '',
    [secretKeys.adminPassword]: own ? auth.adminPassword : '',
    [secretKeys.databaseUrl]: config.database.url,
  };
}

/** The Secret for credentials that the values hold. */
export function secret(context: RenderContext): KubernetesObject | undefined {
  const data = present(secretValues(context));
  if (Object.keys(data).length === 0) {
    return undefined;
  }
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: objectMeta(context, context.names.secret),
    type: 'Opaque',
    // Not stringData: a key that is later taken out of it stays in the cluster with Helm 3.
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, base64(String(value))]),
    ),
  };
}
