import { z } from 'zod';
import { autoscalerStatusSchema } from './autoscaler';
import { findingSchema } from './finding';
import { healthSchema } from './health';
import { clusterStatusSchema } from './instance';
import { verdictSchema } from './verdict';

/**
 * A Deployment of an instance in short, or an instance of which no Deployment is known.
 *
 * @public
 */
export const fleetDeploymentSchema = z.object({
  /** The instance that it belongs to. */
  entityRef: z.string(),
  /** Title of the entity. */
  title: z.string().optional(),
  /** Reference of the entity that owns the instance; absent when the entity names none. */
  owner: z.string().optional(),
  /** Whether the instance is in the catalog only because it runs. */
  discovered: z.boolean(),
  /** Where it is. All three are absent for an instance of which no Deployment is known. */
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string().optional(),
  /** Of the repository that asks for it, or that its labels or its namespace name; absent when none does. */
  environment: z.string().optional(),
  /** The tag of the images of api, orchestrator and dashboard; absent when there is none, or not one for all. */
  version: z.string().optional(),
  /** Of the Helm chart, as the label `helm.sh/chart` has it. */
  chartVersion: z.string().optional(),
  health: healthSchema,
  /** What the objects at hand say, where `health` is Unknown because others could not be read. */
  lastKnownHealth: healthSchema.optional(),
  /** Since when the health is what it is, as far as the objects tell; RFC 3339. */
  since: z.string().optional(),
  /** Whether something that was read is out of date. */
  stale: z.boolean(),
  /** When it was last known to be so; RFC 3339; absent unless `stale`. */
  observedAt: z.iso.datetime().optional(),
  replicas: verdictSchema.shape.replicas,
  autoscaler: autoscalerStatusSchema
    .pick({ min: true, max: true, current: true, desired: true })
    .optional(),
  /** How many Secrets it needs, with how many of them something is wrong, and of how many it is not known whether they are there. */
  secrets: z.object({
    needed: z.number().int(),
    troubled: z.number().int(),
    unknown: z.number().int(),
  }),
  /** Worst first, one of each code. */
  findings: z.array(
    findingSchema.pick({ code: true, severity: true, title: true }),
  ),
});

/** @public */
export type FleetDeployment = z.infer<typeof fleetDeploymentSchema>;

/**
 * Answer of `GET /v1/fleet`: the instances whose status somebody may read, and the clusters in which they were looked for.
 *
 * @public
 */
export const fleetSchema = z.object({
  clusters: z.array(
    clusterStatusSchema.extend({
      /** When it was last heard; RFC 3339; absent when the condition is `Current`, or when it never was. */
      observedAt: z.iso.datetime().optional(),
    }),
  ),
  /** By entity, cluster, namespace and name. */
  deployments: z.array(fleetDeploymentSchema),
  /** Whether there are more instances than are looked at for one answer. */
  truncated: z.boolean(),
});

/** @public */
export type Fleet = z.infer<typeof fleetSchema>;
