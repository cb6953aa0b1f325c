import { z } from 'zod';

/**
 * How far secrets may be read in a cluster: 0 not at all, 1 their metadata, 2 reduced to which keys are present.
 *
 * @public
 */
export const secretTierSchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
]);

/** @public */
export type SecretTier = z.infer<typeof secretTierSchema>;

/**
 * One key that an instance needs of a secret.
 *
 * @public
 */
export const secretKeyStatusSchema = z.object({
  key: z.string(),
  /** `unknown` when nothing at hand tells. */
  state: z.enum(['present', 'empty', 'absent', 'unknown']),
  /** Whether the pod starts without it. */
  optional: z.boolean(),
  /** Containers that use it, in the order of the pod. */
  neededBy: z.array(z.string()),
  /** When the certificate under this key ends; RFC 3339. */
  notAfter: z.string().optional(),
});

/** @public */
export type SecretKeyStatus = z.infer<typeof secretKeyStatusSchema>;

/**
 * One secret that an instance needs. Never a value, nor anything computed from one.
 *
 * @public
 */
export const secretStatusSchema = z.object({
  name: z.string(),
  /** Where the statement comes from. */
  tier: secretTierSchema,
  presence: z.enum(['present', 'absent', 'unknown']),
  source: z.enum([
    'existing',
    'externalSecrets',
    'sealed',
    'certManager',
    'chart',
    'unknown',
  ]),
  keys: z.array(secretKeyStatusSchema),
  /** When it was last written; RFC 3339. */
  writtenAt: z.string().optional(),
  /** When External Secrets last fetched it, and when it will next; RFC 3339. */
  lastSync: z.string().optional(),
  nextSync: z.string().optional(),
  /** When the earliest certificate in it ends; RFC 3339. */
  notAfter: z.string().optional(),
  /** Whether it was written after the oldest container that uses it started; undefined when that is not known. */
  rotatedNotRolled: z.boolean().optional(),
});

/** @public */
export type SecretStatus = z.infer<typeof secretStatusSchema>;
