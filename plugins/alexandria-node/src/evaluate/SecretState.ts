import type { SecretTier } from '@alexandriaproject/backstage-plugin-alexandria-common';

/**
 * A secret without its values: what may be kept of one.
 *
 * @public
 */
export interface SecretState {
  namespace: string;
  name: string;
  /** 1 from metadata, 2 from a secret that was reduced. */
  tier: Exclude<SecretTier, 0>;
  /** False when the cluster says that there is no such secret. */
  exists: boolean;
  /** For example `Opaque` or `kubernetes.io/tls`; empty when not known. */
  type: string;
  labels: Record<string, string>;
  /** Kinds of the objects that own it, for example `ExternalSecret`. */
  owners: string[];
  /** When its data was last written, in milliseconds since the epoch. */
  writtenAt?: number;
  /** Undefined when the keys are not known: somebody cleared `managedFields`. */
  keys?: Record<string, SecretKeyState>;
}

/**
 * One key of a secret: never its value.
 *
 * @public
 */
export interface SecretKeyState {
  /** Undefined in tier 1, which cannot tell. */
  empty?: boolean;
  /** When the certificate under it ends, in milliseconds since the epoch. */
  notAfter?: number;
}
