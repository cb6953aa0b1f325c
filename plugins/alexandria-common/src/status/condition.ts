import { z } from 'zod';
import { healthSchema } from './health';

/**
 * A condition of the status of an object, raw and in plain words.
 *
 * @public
 */
export const conditionStatusSchema = z.object({
  /** For example `ScalingActive`. */
  type: z.string(),
  /** `True`, `False` or `Unknown`; empty when the object does not say. */
  status: z.string(),
  /** One word of the controller; empty when it gives none. */
  reason: z.string(),
  /** What the controller says, as one line; empty when it says nothing. */
  message: z.string(),
  /** When the status of the condition last changed; RFC 3339. */
  since: z.string().optional(),
  /** What the condition makes of the object by itself. */
  health: healthSchema,
  /** One line in plain words. */
  sentence: z.string(),
});

/** @public */
export type ConditionStatus = z.infer<typeof conditionStatusSchema>;
