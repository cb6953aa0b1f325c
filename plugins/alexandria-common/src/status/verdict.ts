import { z } from 'zod';
import { autoscalerStatusSchema } from './autoscaler';
import { findingSchema, objectReferenceSchema } from './finding';
import { healthSchema } from './health';
import { secretStatusSchema } from './secret';

/**
 * What is said of one Deployment.
 *
 * @public
 */
export const verdictSchema = z.object({
  deployment: objectReferenceSchema,
  health: healthSchema,
  /** One line that says whether it serves and, if not, why. */
  sentence: z.string(),
  /** When the objects were known to be so; RFC 3339. */
  observedAt: z.iso.datetime(),
  /** Whether something that was read is out of date. */
  stale: z.boolean(),
  /** What the objects at hand say, where `health` is Unknown because others could not be read. */
  lastKnownHealth: healthSchema.optional(),
  /** Absent when the Deployment is. */
  replicas: z
    .object({
      wanted: z.number().int(),
      updated: z.number().int(),
      ready: z.number().int(),
      available: z.number().int(),
    })
    .optional(),
  autoscaler: autoscalerStatusSchema.optional(),
  secrets: z.array(secretStatusSchema),
  /** Worst first. */
  findings: z.array(findingSchema),
});

/** @public */
export type Verdict = z.infer<typeof verdictSchema>;
