import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { secretGuards } from './secrets';

const postgres = { database: { existingSecret: 'db' } };
const auth = { existingSecret: 'auth' };
const oidc = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://id.example.com',
  client_id: 'a',
  redirect_uri: 'https://a.example.com/auth/oidc/okta/callback',
} as const;
const backend = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
};
const keyed = { ...backend, apiKeyEnvVar: 'KEY' };
const store = { enabled: true };
const noKeys = { jwtSecretKey: '', adminPasswordKey: '' };
const cases: GuardCase[] = [
  [
    'auth-two-sources',
    { auth, externalSecrets: store },
    'auth.existingSecret',
    { auth: { jwtSecret: 'x' }, externalSecrets: store },
  ],
  [
    'database-two-sources',
    {
      config: { database: { url: 'postgres://u:p@h/d', existingSecret: 'db' } },
    },
    'config.database.url',
    { config: { database: { url: 'postgres://u:p@h/d' } } },
  ],
  [
    'database-two-sources',
    { config: postgres, externalSecrets: { ...store, databaseUrlKey: 'k' } },
    'externalSecrets.databaseUrlKey',
    { config: postgres, externalSecrets: { databaseUrlKey: 'k' } },
  ],
  [
    'external-secrets-need-store',
    { externalSecrets: { ...store, secretStoreName: '' } },
    'externalSecrets.secretStoreName',
    { externalSecrets: { secretStoreName: '' } },
  ],
  [
    'external-secrets-empty',
    { externalSecrets: { ...store, jwtSecretKey: '', adminPasswordKey: '' } },
    'externalSecrets.enabled',
    { externalSecrets: { ...store, jwtSecretKey: '' } },
  ],
  [
    'external-secrets-empty',
    { externalSecrets: { ...store, ...noKeys } },
    'externalSecrets.enabled',
    { externalSecrets: noKeys },
  ],
  [
    'external-secrets-empty',
    { externalSecrets: { ...store, ...noKeys } },
    'externalSecrets.enabled',
    { externalSecrets: { ...store, ...noKeys, jwtSecretKey: 'k' } },
  ],
  [
    'external-secrets-empty',
    { externalSecrets: { ...store, ...noKeys } },
    'externalSecrets.enabled',
    {
      externalSecrets: {
        ...store,
        ...noKeys,
        oidcClientSecrets: { okta: { key: 'k' } },
      },
      federation: { enabled: true, providers: [oidc] },
    },
  ],
  [
    'external-secrets-unknown-provider',
    {
      externalSecrets: { ...store, oidcClientSecrets: { okta: { key: 'k' } } },
    },
    'externalSecrets.oidcClientSecrets.okta',
    {
      externalSecrets: { ...store, oidcClientSecrets: { okta: { key: 'k' } } },
      federation: { enabled: true, providers: [oidc] },
    },
  ],
  [
    'external-secrets-unknown-backend',
    {
      externalSecrets: { ...store, llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [backend],
    },
    'externalSecrets.llmApiKeys.claude',
    {
      externalSecrets: { ...store, llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [keyed],
    },
  ],
];

describe('the guards of secrets', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('report names in their order', () => {
    const two = { b: { key: 'k' }, a: { key: 'k' } };
    expect(
      reported({
        externalSecrets: { ...store, oidcClientSecrets: two, llmApiKeys: two },
      }).map(({ path }) => path),
    ).toEqual([
      'externalSecrets.oidcClientSecrets.a',
      'externalSecrets.oidcClientSecrets.b',
      'externalSecrets.llmApiKeys.a',
      'externalSecrets.llmApiKeys.b',
    ]);
  });

  it('have a case each', () => {
    expect(uncovered(secretGuards, cases)).toEqual([]);
  });
});
