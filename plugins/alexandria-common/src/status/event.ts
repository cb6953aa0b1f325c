import { z } from 'zod';
import { objectReferenceSchema } from './finding';

/**
 * How long an API server keeps events unless it is told otherwise (`--event-ttl`), in milliseconds.
 *
 * @public
 */
export const EVENTS_KEPT_MS = 3_600_000;

/**
 * What happened to an object, as often as it did: Events of Kubernetes that say the same of the same object.
 *
 * @public
 */
export const eventStatusSchema = z.object({
  /** What it happened to. */
  object: objectReferenceSchema,
  /** `Normal` or `Warning`. */
  type: z.string(),
  /** For example `FailedScheduling`. */
  reason: z.string(),
  /** One line. */
  message: z.string(),
  /** How often, at least 1. */
  count: z.number().int(),
  /** RFC 3339. */
  firstSeen: z.string().optional(),
  /** RFC 3339. */
  lastSeen: z.string().optional(),
  /** Who reported it, for example `kubelet`. */
  source: z.string().optional(),
});

/** @public */
export type EventStatus = z.infer<typeof eventStatusSchema>;
