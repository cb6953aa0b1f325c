import { createHash } from 'node:crypto';
import type {
  DeploymentDetails,
  InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

/** When something was looked at. */
const MOMENTS = new Set(['observedAt', 'readAt']);

/** How long ago something was, as findings say it. */
const AGES = /\b\d+ (?:d|h|min|s)\b/g;

/**
 * A short text that is the same for what is said of an instance at two times, if only time has passed.
 *
 * Not in more than that: several instances may live in one namespace, and who may read one of them is not to be told
 * that something happens to another.
 */
export function fingerprintOf(
  status: InstanceStatus,
  details: readonly (DeploymentDetails | undefined)[],
): string {
  const text = JSON.stringify([status, details], (key, value) => {
    if (MOMENTS.has(key)) {
      return undefined;
    }
    return typeof value === 'string' ? value.replace(AGES, '') : value;
  });
  return createHash('sha256').update(text).digest('base64');
}
