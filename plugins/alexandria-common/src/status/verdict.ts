import { z } from 'zod';
import { autoscalerStatusSchema } from './autoscaler';
import { findingSchema, objectReferenceSchema } from './finding';
import { healthSchema } from './health';
import { containerImageSchema } from './image';
import { secretStatusSchema } from './secret';

/**
 * What is said of one Deployment.
 *
 * @public
 */
export const verdictSchema = z.object({
  deployment: objectReferenceSchema,
  /** The environment of the repository that asks for it, for example `prod`; absent when no repository says. */
  environment: z.string().optional(),
  /** The tag of the images of api, orchestrator and dashboard; absent when there is none, or not one for all. */
  version: z.string().optional(),
  /** Of every container of the pod template, init containers first, in its order. Absent when the Deployment is. */
  images: z.array(containerImageSchema).optional(),
  health: healthSchema,
  /** Since when the health is what it is, as far as the objects tell; RFC 3339. */
  since: z.string().optional(),
  /** One line that says whether it serves and, if not, why. */
  sentence: z.string(),
  /** When the objects were last known to be so: whatever had happened by then is in it. RFC 3339. */
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
