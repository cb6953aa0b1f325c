/** What several cases are made of. */

/** What more than one replica needs. */
export const shared = {
  persistence: { accessMode: 'ReadWriteMany' },
  config: { database: { existingSecret: 'alexandria-database' } },
  auth: { existingSecret: 'alexandria-auth' },
} as const;

export const okta = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://your-org.okta.com',
  client_id: '0oaXXXX',
  redirect_uri: 'https://alexandria.example.com/auth/oidc/okta/callback',
  auto_create_users: true,
  default_role: 'user',
} as const;

export const azure = {
  name: 'azure-eu',
  kind: 'oidc',
  issuer: 'https://login.microsoftonline.com/tenant/v2.0',
  client_id: '00000000-0000-0000-0000-000000000000',
  redirect_uri: 'https://alexandria.example.com/auth/oidc/azure-eu/callback',
} as const;

export const corporate = {
  name: 'corporate',
  kind: 'saml',
  metadata_url: 'https://idp.example.com/metadata?tenant=a&b=c',
  entity_id: 'urn:example:alexandria',
  acs_url: 'https://alexandria.example.com/auth/saml/corporate/acs',
  auto_create_users: false,
  default_role: 'viewer of "everything"',
} as const;

export const claude = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
  apiKeyEnvVar: 'ANTHROPIC_API_KEY',
} as const;

export const claudeKey = {
  name: 'alexandria-llm',
  key: 'claude-api-key',
} as const;

export const ollama = {
  name: 'ollama',
  url: 'http://ollama.models.svc.cluster.local:11434/v1',
  kind: 'ollama',
  model: 'library/llama3.1:8b',
} as const;
