import { z } from 'zod';
import { autoscalerDetailsSchema } from './autoscaler';
import { deploymentDriftSchema } from './drift';
import { eventStatusSchema } from './event';
import { networkStatusSchema } from './network';
import { podStatusSchema } from './pod';
import { rolloutStatusSchema } from './rollout';
import { storageStatusSchema } from './storage';
import { unreadablePartSchema } from './unreadablePart';
import { verdictSchema } from './verdict';

/**
 * All that is said of one Deployment: its verdict, and what that was read from. Lists are bounded; `omitted` says what
 * was cut.
 *
 * @public
 */
export const deploymentDetailsSchema = verdictSchema.extend({
  /** When the Deployment was made; RFC 3339. */
  createdAt: z.string().optional(),
  /** Absent when the Deployment is. */
  rollout: rolloutStatusSchema.optional(),
  /** Those that ended last; of the others those that are not well first, then newest first. */
  pods: z.array(podStatusSchema),
  /** Absent without a HorizontalPodAutoscaler. */
  autoscaler: autoscalerDetailsSchema.optional(),
  storage: storageStatusSchema,
  network: networkStatusSchema,
  /** Of the Deployment and all that belongs to it, newest first. */
  events: z.array(eventStatusSchema),
  /** Absent where nothing is compared: `alexandria.drift` is off, or the Deployment is of no instance that the catalog knows. */
  drift: deploymentDriftSchema.optional(),
  /** Parts of which something could not be read; a part that is not among them is whole. */
  unreadable: z.array(unreadablePartSchema),
  /** How many more there are of what a list holds only the first of; absent for a list that is whole. */
  omitted: z.object({
    revisions: z.number().int().optional(),
    pods: z.number().int().optional(),
    recentScaling: z.number().int().optional(),
    claims: z.number().int().optional(),
    addresses: z.number().int().optional(),
    services: z.number().int().optional(),
    disruptionBudgets: z.number().int().optional(),
    events: z.number().int().optional(),
  }),
});

/** @public */
export type DeploymentDetails = z.infer<typeof deploymentDetailsSchema>;
