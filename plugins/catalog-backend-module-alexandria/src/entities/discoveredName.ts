import { createHash } from 'node:crypto';

/** The longest name that the catalog takes. */
const MAX = 63;

/** Digits of a hash that keep names apart. */
const DIGITS = 8;

/** Text that may be the first or last part of a name of the catalog. */
const PLAIN = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/**
 * A name that is made of others, with underscores between them. Where this would be too long, or one of them has characters that
 * are not taken or that the catalog does not tell apart, the end is a hash in place of what had to go. It is always the same for
 * the same parts, and another one for others.
 */
function nameOf(...parts: string[]): string {
  const whole = parts.join('_');
  if (parts.every(part => PLAIN.test(part)) && whole.length <= MAX) {
    return whole;
  }
  const hash = createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, DIGITS);
  const readable = whole
    .toLowerCase()
    .replace(/[^-a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAX - DIGITS - 1);
  return readable === '' ? hash : `${readable}_${hash}`;
}

/** The name of the entity of a Deployment: `cluster_namespace_name`. */
export const discoveredName = (
  cluster: string,
  { namespace, name }: { namespace: string; name: string },
) => nameOf(cluster, namespace, name);

/** The name of the entity of a cluster. Those that people register have its plain name, which is left to them. */
export const discoveredClusterName = (cluster: string) =>
  nameOf(cluster, 'cluster');

/** The name of the entity of a database, which is told from others by where its URL is: `cluster_namespace_secret_key`. */
export const discoveredDatabaseName = (
  cluster: string,
  {
    namespace,
    secret,
    key,
  }: { namespace: string; secret: string; key: string },
) => nameOf(cluster, namespace, secret, key);
