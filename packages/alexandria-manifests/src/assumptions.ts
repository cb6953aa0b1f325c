/**
 * What the chart assumes about Alexandria's own binaries and images, because the deployment document does not say it.
 *
 * One edit here and one in `chart/templates/_assumptions.tpl`, which holds the same under the same names, correct a
 * wrong one everywhere.
 *
 * @packageDocumentation
 */
import { LlmBackend } from './values/model/llmBackend';

/** Environment variables that the API, the orchestrator and `alexandria llm add` read. */
export const envNames = {
  jwtSecret: 'ALEXANDRIA_JWT_SECRET',
  adminPassword: 'ALEXANDRIA_ADMIN_PASSWORD',
  databaseUrl: 'ALEXANDRIA_DATABASE_URL',
  /** `okta-eu` is ALEXANDRIA_OIDC_OKTA_EU_CLIENT_SECRET. */
  oidcClientSecret: (provider: string) =>
    `ALEXANDRIA_OIDC_${provider
      .replace(/-/g, '_')
      .toUpperCase()}_CLIENT_SECRET`,
};

/** alexandria.conf spells the values' camelCase keys in snake_case. */
export function tomlKey(valuesKey: string): string {
  return valuesKey.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

/**
 * Arguments of the program `alexandria` that register a backend. Registering the same name again is assumed to update
 * it, since it happens at every start of a pod.
 */
export function llmAddArguments(backend: LlmBackend): string[] {
  return [
    'llm',
    'add',
    '--name',
    backend.name,
    '--kind',
    backend.kind,
    '--url',
    backend.url,
    '--model',
    backend.model,
    ...(backend.apiKeyEnvVar === undefined
      ? []
      : ['--api-key-env', backend.apiKeyEnvVar]),
  ];
}

/** Where the API finds the SAML key pair when it comes from a Secret. At first boot it makes one on the data volume. */
export const samlKeyPair = {
  directory: '/etc/alexandria/saml',
  /** Keys of the table `federation.saml`, in the order they are written, and the file of each. */
  files: {
    sp_certificate_file: 'tls.crt',
    sp_private_key_file: 'tls.key',
  },
};

/** Keys of a provider in alexandria.conf, in the order they are written. They are spelled as in the values. */
export const providerKeys = [
  'name',
  'kind',
  'issuer',
  'client_id',
  'redirect_uri',
  'metadata_url',
  'entity_id',
  'acs_url',
  'auto_create_users',
  'default_role',
] as const;

/** Where the dashboard's image keeps the built single-page application. */
export const dashboardRoot = '/usr/share/nginx/html';

/** Where the API, behind the dashboard, says whether it works. */
export const healthPath = '/health';

/** What the dashboard's image has to ask a URL with: BusyBox' wget, as in nginx on Alpine. Fails on any error status. */
export function httpGetArguments(url: string): string[] {
  return ['wget', '-q', '-T', '10', '-O', '/dev/null', url];
}
