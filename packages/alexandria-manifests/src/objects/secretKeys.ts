/** Keys of the Secrets that an instance reads. */
export const secretKeys = {
  jwtSecret: 'jwt-secret',
  adminPassword: 'admin-password',
  /** In the chart's own and in the external Secret; `config.database.existingSecretKey` names that of an existing one. */
  databaseUrl: 'database-url',
  oidcClientSecret: (provider: string) => `oidc-${provider}-client-secret`,
  /** In the external Secret; `apiKeySecretRef.key` names that of an existing one. */
  llmApiKey: (backend: string) => `llm-${backend}-api-key`,
};
