import { KubernetesObject, objectMeta, RenderContext } from './context';
import { present } from './deployment/present';
import { secretKeys } from './secretKeys';
import { sortedEntries } from './sortedEntries';

interface StoreRef {
  key: string;
  property?: string;
}

/** What is fetched, by the key it gets in the Secret; a key of the store that is empty is left out. */
function fetched({ values }: RenderContext): [string, StoreRef][] {
  const from = values.externalSecrets;
  const all: [string, StoreRef][] = [
    [
      secretKeys.jwtSecret,
      { key: from.jwtSecretKey, property: from.jwtSecretProperty },
    ],
    [
      secretKeys.adminPassword,
      { key: from.adminPasswordKey, property: from.adminPasswordProperty },
    ],
    [
      secretKeys.databaseUrl,
      { key: from.databaseUrlKey, property: from.databaseUrlProperty },
    ],
    ...sortedEntries(from.oidcClientSecrets).map(
      ([name, ref]): [string, StoreRef] => [
        secretKeys.oidcClientSecret(name),
        ref,
      ],
    ),
    ...sortedEntries(from.llmApiKeys).map(([name, ref]): [string, StoreRef] => [
      secretKeys.llmApiKey(name),
      ref,
    ]),
  ];
  return all.filter(([, { key }]) => key !== '');
}

/** Has the External Secrets Operator write one Secret with everything the instance needs. */
export function externalSecret(
  context: RenderContext,
): KubernetesObject | undefined {
  const { values, names } = context;
  const { enabled, refreshInterval, secretStoreName, secretStoreKind } =
    values.externalSecrets;
  if (!enabled) {
    return undefined;
  }
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: objectMeta(context, names.externalSecret),
    spec: {
      refreshInterval,
      secretStoreRef: { name: secretStoreName, kind: secretStoreKind },
      target: { name: names.externalSecret, creationPolicy: 'Owner' },
      data: fetched(context).map(([secretKey, { key, property }]) => ({
        secretKey,
        remoteRef: { key, ...present({ property }) },
      })),
    },
  };
}
