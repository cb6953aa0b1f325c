import type { Instance } from '../instanceSchema';
import type { Environment } from '../model/environment';
import { llmApiKey, secretNames } from '../names';

function backends(instance: Instance) {
  const { llm } = secretNames(instance);
  return instance.llmBackends.map(({ apiKey, ...backend }) => {
    const { envVar, key } = llmApiKey(backend.name);
    if (!apiKey) {
      return backend;
    }
    return instance.secrets.source === 'existingSecret'
      ? {
          ...backend,
          apiKeyEnvVar: envVar,
          apiKeySecretRef: { name: llm, key },
        }
      : { ...backend, apiKeyEnvVar: envVar };
  });
}

/** Where every secret comes from: names of Secrets, or keys of a store. Never a value. */
export function secretValues(instance: Instance, environment: Environment) {
  const { source, store } = instance.secrets;
  const names = secretNames(instance);
  const postgres = environment.database === 'postgres';
  const llmBackends = backends(instance);
  if (source === 'existingSecret') {
    return {
      auth: { existingSecret: names.auth },
      config: postgres
        ? { database: { existingSecret: names.database } }
        : undefined,
      llmBackends,
    };
  }
  const key = (secret: string) =>
    `${store.keyPrefix}/${instance.name}/${environment.name}/${secret}`;
  return {
    externalSecrets: {
      enabled: true,
      secretStoreName: store.name,
      secretStoreKind: store.kind,
      jwtSecretKey: key('jwt-secret'),
      adminPasswordKey: key('admin-password'),
      databaseUrlKey: postgres ? key('database-url') : '',
      oidcClientSecrets: Object.fromEntries(
        instance.access.providers
          .filter(({ kind }) => kind === 'oidc')
          .map(({ name }) => [
            name,
            { key: key(`oidc-${name}-client-secret`) },
          ]),
      ),
      llmApiKeys: Object.fromEntries(
        instance.llmBackends
          .filter(({ apiKey }) => apiKey)
          .map(({ name }) => [name, { key: key(llmApiKey(name).key) }]),
      ),
    },
    llmBackends,
  };
}
