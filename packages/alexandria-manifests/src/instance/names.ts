import type { Release } from '../values';
import type { Instance } from './instanceSchema';
import type { Environment } from './model/environment';

/** Every instance is installed under this release name; the namespace tells them apart. */
const RELEASE_NAME = 'alexandria';

/** The longest namespace, a DNS label. */
const NAMESPACE_MAX = 63;

/**
 * The namespace of an environment: as answered, else from the names of instance and environment.
 *
 * @public
 */
export function namespaceOf(
  instance: { name: string },
  environment: Pick<Environment, 'name' | 'namespace'>,
): string {
  return (
    environment.namespace ??
    `${instance.name}-${environment.name}`
      .slice(0, NAMESPACE_MAX)
      .replace(/-+$/, '')
  );
}

/**
 * The environment of a name.
 *
 * @throws RangeError when the instance has none of that name
 */
export function environmentOf(instance: Instance, name: string): Environment {
  const found = instance.environments.find(each => each.name === name);
  if (!found) {
    throw new RangeError(
      `${instance.name} has no environment ${JSON.stringify(name)}`,
    );
  }
  return found;
}

/**
 * Release name and namespace of an environment.
 *
 * @public
 */
export function releaseForEnvironment(
  instance: Instance,
  environment: string,
): Release {
  return {
    name: RELEASE_NAME,
    namespace: namespaceOf(instance, environmentOf(instance, environment)),
  };
}

/**
 * Secrets that the team creates, or that External Secrets fills, by what they are for.
 *
 * @public
 */
export interface SecretNames {
  /** Keys jwt-secret and, optionally, admin-password. */
  auth: string;
  /** Key database-url. */
  database: string;
  /** Keys oidc-<provider>-client-secret. */
  oidc: string;
  /** Keys <backend>-api-key. */
  llm: string;
  /** Keys tls.crt and tls.key. */
  saml: string;
}

/**
 * The names of an instance's Secrets: those beside the first are named after it, `-auth` aside.
 *
 * @public
 */
export function secretNames(instance: Instance): SecretNames {
  const auth = instance.secrets.secretName;
  const stem = auth.replace(/-auth$/, '');
  return {
    auth,
    database: `${stem}-database`,
    oidc: `${stem}-oidc`,
    llm: `${stem}-llm`,
    saml: `${stem}-saml`,
  };
}

/**
 * The variable in which a backend's API key arrives, and its key in the Secret.
 *
 * @public
 */
export function llmApiKey(backend: string): { envVar: string; key: string } {
  return {
    envVar: `${backend
      .replace(/[^a-z0-9]/g, '_')
      .toUpperCase()}_API_KEY`.replace(/^([0-9])/, '_$1'),
    key: `${backend}-api-key`,
  };
}
