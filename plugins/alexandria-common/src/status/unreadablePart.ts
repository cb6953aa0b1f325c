import { z } from 'zod';

/**
 * The parts of the details of a Deployment.
 *
 * @public
 */
export const detailsPartSchema = z.enum([
  'rollout',
  'pods',
  'autoscaler',
  'secrets',
  'storage',
  'network',
  'drift',
  'events',
]);

/** @public */
export type DetailsPart = z.infer<typeof detailsPartSchema>;

/**
 * A kind of object that could not be read, and the part that lacks it: what is empty there may not be so.
 *
 * @public
 */
export const unreadablePartSchema = z.object({
  part: detailsPartSchema,
  /** For example `Pod`. */
  kind: z.string(),
  /**
   * `forbidden`: the portal's identity may not; `unreachable`: the cluster does not answer; `failing`: it answers with
   * errors; `stale`: what is shown is from `syncedAt`; `notRead`: nobody has asked for it.
   */
  reason: z.enum(['forbidden', 'unreachable', 'failing', 'stale', 'notRead']),
  /** One line; what the cluster said. */
  message: z.string(),
  /** When what is shown was known to be so; RFC 3339; absent when nothing is. */
  syncedAt: z.string().optional(),
});

/** @public */
export type UnreadablePart = z.infer<typeof unreadablePartSchema>;
