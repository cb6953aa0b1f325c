import { BrokenCase } from './BrokenCase';
import { llm, oidc } from './parts';

export const brokenSecrets: BrokenCase[] = [
  {
    id: 'auth-two-sources',
    values: {
      auth: { existingSecret: 'alexandria-auth' },
      externalSecrets: { enabled: true },
    },
  },
  {
    id: 'database-two-sources',
    values: {
      config: {
        database: { existingSecret: 'db', url: 'postgres://db/alexandria' },
      },
      externalSecrets: { enabled: true, databaseUrlKey: 'db' },
    },
  },
  {
    id: 'database-two-sources',
    values: {
      config: {
        database: { existingSecret: 'db', url: 'postgres://db/alexandria' },
      },
    },
  },
  {
    id: 'database-two-sources',
    values: {
      config: { database: { url: 'postgres://db/alexandria' } },
      externalSecrets: { enabled: true, databaseUrlKey: 'db' },
    },
  },
  {
    id: 'external-secrets-need-store',
    values: { externalSecrets: { enabled: true, secretStoreName: '' } },
  },
  {
    id: 'external-secrets-empty',
    values: {
      externalSecrets: {
        enabled: true,
        jwtSecretKey: '',
        adminPasswordKey: '',
      },
    },
  },
  {
    id: 'external-secrets-unknown-provider',
    values: {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'a' }, azure: { key: 'b' } },
      },
      federation: { enabled: true, providers: [oidc] },
    },
  },
  {
    id: 'external-secrets-unknown-provider',
    values: {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'a' } },
      },
      federation: { enabled: false, providers: [oidc] },
    },
  },
  {
    id: 'external-secrets-unknown-backend',
    values: {
      externalSecrets: {
        enabled: true,
        llmApiKeys: { claude: { key: 'a' }, gpt: { key: 'b' } },
      },
      llmBackends: [llm],
    },
  },
];
