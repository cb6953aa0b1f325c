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
  /** How well it is known what the values ask for; absent for an entity whose repository is not read. */
  repository: z
    .object({
      /** When the values were last known to be so; RFC 3339. */
      readAt: z.iso.datetime().optional(),
      /** Why something is not compared with them; none when all is. */
      problems: z.array(z.string()),
    })
    .optional(),
  /** Worst first. */
  deployments: z.array(verdictSchema.extend({ cluster: z.string() })),
  /**
   * How to be told that this answer is out of date; absent from a backend that does not tell.
   *
   * On `channel` of Backstage's signals an empty object is published when the answer is another than before: it says
   * nothing but to ask again. A change is told within a second, and at most two hints come in one. The name of the
   * channel is known only to who may read the status. It changes every 15 minutes, so listen on that of the latest answer,
   * and ask at least every 5 minutes: a channel is silent from 10 minutes after the last question. What changes with time alone
   * is not told, so keep asking in any case: once a minute is enough where signals arrive.
   */
  hints: z.object({ channel: z.string() }).optional(),
});

/** @public */
export type InstanceStatus = z.infer<typeof instanceStatusSchema>;
