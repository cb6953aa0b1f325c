import { oidcProviders } from '../facts';
import { at, Guard } from './Guard';

export const secretGuards: Guard[] = [
  {
    id: 'auth-two-sources',
    message: 'cannot stand beside externalSecrets.enabled',
    remedy: 'Leave it empty, or set externalSecrets.enabled: false',
    reads: ['auth', 'externalSecrets.enabled'],
    check: ({ auth, externalSecrets }) =>
      at(
        'auth.existingSecret',
        auth.existingSecret !== '' && externalSecrets.enabled,
      ),
  },
  {
    id: 'database-two-sources',
    message:
      'is one of several sources of the Postgres URL: config.database.url, config.database.existingSecret, externalSecrets.databaseUrlKey',
    remedy: 'Keep one of them',
    reads: ['config.database', 'externalSecrets'],
    check: ({ config: { database }, externalSecrets }) => {
      const given = [
        ['config.database.existingSecret', database.existingSecret !== ''],
        [
          'externalSecrets.databaseUrlKey',
          externalSecrets.enabled && externalSecrets.databaseUrlKey !== '',
        ],
        ['config.database.url', database.url !== ''],
      ] as const;
      const paths = given.filter(([, set]) => set).map(([path]) => path);
      return paths.length > 1 ? [paths[1]] : [];
    },
  },
  {
    id: 'external-secrets-need-store',
    message: 'must name the store while externalSecrets.enabled is true',
    remedy: 'Write the name of the SecretStore or ClusterSecretStore',
    reads: ['externalSecrets'],
    check: ({ externalSecrets }) =>
      at(
        'externalSecrets.secretStoreName',
        externalSecrets.enabled && externalSecrets.secretStoreName === '',
      ),
  },
  {
    id: 'external-secrets-empty',
    message: 'has no key to fetch',
    remedy: 'Set externalSecrets.jwtSecretKey, or switch it off',
    reads: ['externalSecrets'],
    check: ({ externalSecrets }) =>
      at(
        'externalSecrets.enabled',
        externalSecrets.enabled &&
          externalSecrets.jwtSecretKey === '' &&
          externalSecrets.adminPasswordKey === '' &&
          externalSecrets.databaseUrlKey === '' &&
          Object.keys(externalSecrets.oidcClientSecrets).length === 0 &&
          Object.keys(externalSecrets.llmApiKeys).length === 0,
      ),
  },
  {
    id: 'external-secrets-unknown-provider',
    message: 'names no OIDC provider in use',
    remedy: 'Name a provider of federation.providers, with federation.enabled',
    reads: ['externalSecrets', 'federation'],
    check: values => {
      const known = oidcProviders(values).map(provider => provider.name);
      return values.externalSecrets.enabled
        ? Object.keys(values.externalSecrets.oidcClientSecrets)
            .filter(name => !known.includes(name))
            .sort()
            .map(name => `externalSecrets.oidcClientSecrets.${name}`)
        : [];
    },
  },
  {
    id: 'external-secrets-unknown-backend',
    message: 'names no LLM backend with an apiKeyEnvVar',
    remedy: 'Name a backend of llmBackends and give it apiKeyEnvVar',
    reads: ['externalSecrets', 'llmBackends'],
    check: ({ externalSecrets, llmBackends }) => {
      const known = llmBackends
        .filter(backend => backend.apiKeyEnvVar !== undefined)
        .map(backend => backend.name);
      return externalSecrets.enabled
        ? Object.keys(externalSecrets.llmApiKeys)
            .filter(name => !known.includes(name))
            .sort()
            .map(name => `externalSecrets.llmApiKeys.${name}`)
        : [];
    },
  },
];
