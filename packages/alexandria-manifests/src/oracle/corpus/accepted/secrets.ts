import { AcceptedCase } from './AcceptedCase';
import { azure, claude, claudeKey, okta, ollama } from './parts';

/** Where credentials come from. */
export const secretCases: AcceptedCase[] = [
  {
    name: 'explicit values in the chart’s Secret',
    values: {
      auth: {
        jwtSecret: 'Zm9v+/=="\'\\ 日本語 🏛 \t$(HOME)',
        adminPassword: 'on',
      },
      config: {
        database: { url: 'postgresql://u:p%40w$@db:6432/a?sslmode=require' },
      },
    },
  },
  {
    name: 'secrets of several lines',
    values: { auth: { jwtSecret: 'one\ntwo\n', adminPassword: '  spaced ' } },
  },
  { name: 'no admin password', values: { auth: { adminPassword: '' } } },
  {
    name: 'an existing Secret beside values that lose',
    values: {
      auth: { existingSecret: 'auth', jwtSecret: 'a', adminPassword: 'b' },
    },
  },
  {
    name: 'an existing Secret for the database',
    values: {
      config: {
        database: { existingSecret: 'db.creds', existingSecretKey: 'URL_1.a' },
      },
    },
  },
  {
    name: 'external secrets with everything',
    values: {
      externalSecrets: {
        enabled: true,
        secretStoreName: 'aws',
        secretStoreKind: 'ClusterSecretStore',
        refreshInterval: '1h30m',
        adminPasswordKey: 'prod/alexandria',
        adminPasswordProperty: 'admin',
        jwtSecretKey: 'prod/alexandria',
        jwtSecretProperty: 'jwt',
        databaseUrlKey: '0123',
        databaseUrlProperty: 'null',
        oidcClientSecrets: {
          okta: { key: 'prod/okta', property: 'client' },
          'azure-eu': { key: '~', property: '' },
        },
        llmApiKeys: { claude: { key: 'on', property: 'y' } },
      },
      federation: { enabled: true, providers: [okta, azure] },
      llmBackends: [claude, ollama],
    },
  },
  {
    name: 'external secrets for one thing of two',
    values: {
      externalSecrets: {
        enabled: true,
        adminPasswordKey: '',
        oidcClientSecrets: { okta: { key: 'okta' } },
      },
      federation: {
        enabled: true,
        providers: [azure, okta],
        existingSecret: 'sso',
      },
    },
  },
  {
    name: 'external secrets without the JWT secret',
    values: {
      externalSecrets: { enabled: true, jwtSecretKey: '' },
      auth: { jwtSecret: 'loses' },
    },
  },
  {
    name: 'the database from external secrets and LLM keys from a Secret',
    values: {
      externalSecrets: { enabled: true, databaseUrlKey: 'db' },
      llmBackends: [{ ...claude, apiKeySecretRef: claudeKey }],
    },
  },
  {
    name: 'LLM backends that share a key, and one without',
    values: {
      llmBackends: [
        claude,
        { ...claude, name: 'claude-2', apiKeySecretRef: claudeKey },
        ollama,
        { ...claude, name: 'a'.repeat(54), model: 'a:b/c@1.0+x_Y' },
      ],
    },
  },
  {
    name: 'an LLM key from extraEnv and one from extraEnvFrom',
    values: {
      llmBackends: [claude, { ...ollama, apiKeyEnvVar: 'OLLAMA_KEY' }],
      extraEnv: {
        orchestrator: [
          {
            name: 'ANTHROPIC_API_KEY',
            valueFrom: { secretKeyRef: { name: 'mine', key: 'claude' } },
          },
        ],
      },
      extraEnvFrom: { orchestrator: [{ secretRef: { name: 'keys' } }] },
    },
  },
  {
    name: 'an LLM key from extraEnv before one from a Secret',
    values: {
      llmBackends: [
        { ...ollama, apiKeyEnvVar: 'OLLAMA_KEY' },
        { ...claude, apiKeySecretRef: claudeKey },
      ],
      extraEnv: { orchestrator: [{ name: 'OLLAMA_KEY', value: 'x' }] },
    },
  },
  {
    name: 'an existing Secret for the database beside external secrets',
    values: {
      externalSecrets: { enabled: true },
      config: { database: { existingSecret: 'db' } },
    },
  },
  {
    name: 'a key of the database for external secrets that are off',
    values: {
      externalSecrets: { databaseUrlKey: 'db' },
      config: { database: { existingSecret: 'db' } },
    },
  },
  {
    name: 'arguments that the kubelet would expand',
    values: {
      llmBackends: [{ ...ollama, url: 'http://host:80/$(A)/$$/$b' }],
      otel: { enabled: true, endpoint: 'http://otel/$(NODE)/$x' },
    },
  },
];
