import { ValuesInput } from '../../../values/valuesSchema';

/** What several cases are made of. */

export const oidc = {
  name: 'okta',
  kind: 'oidc' as const,
  issuer: 'https://okta.example.com',
  client_id: '0oa1',
  redirect_uri: 'https://a.example.com/auth/oidc/okta/callback',
};
export const saml = {
  name: 'corp',
  kind: 'saml' as const,
  metadata_url: 'https://idp.example.com/metadata',
};
export const llm = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
  apiKeyEnvVar: 'ANTHROPIC_API_KEY',
};
export const keyRef = { name: 'alexandria-llm', key: 'claude' };
export const side = (fields: Record<string, unknown>) =>
  ({
    extraContainers: [{ name: 'side', image: 'busybox:1.37', ...fields }],
  } as ValuesInput);
export const shared = {
  persistence: { accessMode: 'ReadWriteMany' as const },
  config: { database: { existingSecret: 'alexandria-database' } },
  auth: { existingSecret: 'alexandria-auth' },
};
