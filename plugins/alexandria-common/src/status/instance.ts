import { z } from 'zod';
import { healthSchema } from './health';
import { verdictSchema } from './verdict';

/**
 * How well a cluster is known:
 *
 * - `Current`: what is said of it is what it has;
 * - `Starting`: it has not been read whole yet;
 * - `Failing`: some of it or all of it cannot be read; `message` says what and why;
 * - `Misconfigured`: it cannot be asked, for a reason in the portal's configuration.
 *
 * @public
 */
export const clusterConditionSchema = z.enum([
  'Current',
  'Starting',
  'Failing',
  'Misconfigured',
]);

/** @public */
export type ClusterCondition = z.infer<typeof clusterConditionSchema>;

/**
 * A cluster in which an instance was looked for.
 *
 * @public
 */
export const clusterStatusSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  condition: clusterConditionSchema,
  /** One line; absent when the condition is `Current`. */
  message: z.string().optional(),
});

/** @public */
export type ClusterStatus = z.infer<typeof clusterStatusSchema>;

/**
 * What is said of an instance: an entity of the catalog and the Deployments that match it, in every cluster.
 *
 * @public
 */
export const instanceStatusSchema = z.object({
  entityRef: z.string(),
  /** The worst of its Deployments; without any, `Missing` when every cluster is known and `Unknown` otherwise. */
  health: healthSchema,
  /** Whether it may also run where nobody could look. */
  partial: z.boolean(),
  clusters: z.array(clusterStatusSchema),
  /** Worst first. */
  deployments: z.array(verdictSchema.extend({ cluster: z.string() })),
});

/** @public */
export type InstanceStatus = z.infer<typeof instanceStatusSchema>;
