import { createHash } from 'node:crypto';

/** The longest name that the catalog takes. */
const MAX = 63;

/** Digits of a hash that keep names apart. */
const DIGITS = 8;

/** Text that may be the first or last part of a name of the catalog. */
const PLAIN = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/**
 * The name of the entity of a Deployment: `cluster_namespace_name`. No namespace and no Deployment has an underscore in its name.
 * Where this would be too long, or the cluster's name has characters that are not taken or that the catalog does not tell
 * apart, the end is a hash in place of what had to go. It is always the same for the same Deployment.
 */
export function discoveredName(
  cluster: string,
  { namespace, name }: { namespace: string; name: string },
): string {
  const whole = `${cluster}_${namespace}_${name}`;
  if (PLAIN.test(cluster) && whole.length <= MAX) {
    return whole;
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([cluster, namespace, name]))
    .digest('hex')
    .slice(0, DIGITS);
  const readable = whole
    .toLowerCase()
    .replace(/[^-a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAX - DIGITS - 1);
  return readable === '' ? hash : `${readable}_${hash}`;
}
