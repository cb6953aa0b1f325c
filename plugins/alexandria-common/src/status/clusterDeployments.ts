import { z } from 'zod';
import { clusterStatusSchema } from './instance';

/**
 * A Deployment of Alexandria in a cluster, whoever made it.
 *
 * @public
 */
export const observedDeploymentSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /** Of the Deployment, not of its pods. */
  labels: z.record(z.string(), z.string()),
  /** Where people reach it, by its Ingresses, routes and load balancers, in alphabetical order; absent when nothing says. */
  urls: z.array(z.string()).optional(),
  /** The key of a Secret of its namespace that holds the URL of its Postgres; absent when it has none. */
  database: z.object({ secret: z.string(), key: z.string() }).optional(),
});

/** @public */
export type ObservedDeployment = z.infer<typeof observedDeploymentSchema>;

/**
 * Answer of `GET /v1/clusters/{cluster}/deployments`: what is known to run in a cluster.
 *
 * @public
 */
export const clusterDeploymentsSchema = z.object({
  /** How well it is known. Unless the condition is `Current`, a Deployment that is not listed may be there. */
  cluster: clusterStatusSchema,
  /** When the cluster was last heard; RFC 3339; absent when it never was. */
  observedAt: z.iso.datetime().optional(),
  /** In no order. Unless the condition is `Current`, what was last known. */
  deployments: z.array(observedDeploymentSchema),
});

/** @public */
export type ClusterDeployments = z.infer<typeof clusterDeploymentsSchema>;
