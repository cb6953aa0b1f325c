import { z } from 'zod';
import { objectReferenceSchema } from './finding';
import { healthSchema } from './health';

/**
 * A port of a Service. Fields as in `ServicePort` of the Kubernetes API.
 *
 * @public
 */
export const servicePortSchema = z.object({
  name: z.string().optional(),
  port: z.number().int(),
  protocol: z.string(),
  /** The port of the pods, by number or name. */
  targetPort: z.string().optional(),
  nodePort: z.number().int().optional(),
});

/** @public */
export type ServicePort = z.infer<typeof servicePortSchema>;

/**
 * A Service that leads to the pods of a Deployment.
 *
 * @public
 */
export const serviceStatusSchema = z.object({
  object: objectReferenceSchema,
  /** `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`. */
  type: z.string(),
  /** `None` for a headless Service. */
  clusterIP: z.string().optional(),
  ports: z.array(servicePortSchema),
  /** Of its EndpointSlices; absent when they are not known. An endpoint is one pod on one address. */
  endpoints: z
    .object({ ready: z.number().int(), total: z.number().int() })
    .optional(),
  health: healthSchema,
  /** One line. */
  sentence: z.string(),
});

/** @public */
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/**
 * An address under which people reach an instance.
 *
 * @public
 */
export const addressStatusSchema = z.object({
  /** To open; absent where the host is a pattern or not known. */
  url: z.string().optional(),
  /** A name or an IP address; may be a pattern such as `*.example.com`; empty when there is none yet. */
  host: z.string(),
  /** The Ingress, the HTTPRoute, or the Service of type LoadBalancer. */
  source: objectReferenceSchema,
  /** IP addresses and names of the load balancer, which the host has to lead to; none while it has none. */
  loadBalancer: z.array(z.string()),
  /**
   * Absent without TLS. For an HTTPRoute the Gateway holds the certificate, of which nothing is known, and TLS is taken
   * for granted unless a parent is called `http` or has port 80.
   */
  tls: z
    .object({
      secret: z.string().optional(),
      /** When the certificate ends, as cert-manager or the Secret says; RFC 3339; absent when nothing tells. */
      notAfter: z.string().optional(),
    })
    .optional(),
  health: healthSchema,
  /** One line. */
  sentence: z.string(),
});

/** @public */
export type AddressStatus = z.infer<typeof addressStatusSchema>;

/**
 * A PodDisruptionBudget that selects the pods of a Deployment.
 *
 * @public
 */
export const disruptionBudgetStatusSchema = z.object({
  object: objectReferenceSchema,
  /** A count or a share, for example `50%`. */
  minAvailable: z.string().optional(),
  maxUnavailable: z.string().optional(),
  /** Pods that may be evicted now; absent while the controller has not said. */
  disruptionsAllowed: z.number().int().optional(),
  /** Pods that are healthy, that have to be, and that are selected. */
  currentHealthy: z.number().int().optional(),
  desiredHealthy: z.number().int().optional(),
  expectedPods: z.number().int().optional(),
  health: healthSchema,
  /** One line. */
  sentence: z.string(),
});

/** @public */
export type DisruptionBudgetStatus = z.infer<
  typeof disruptionBudgetStatusSchema
>;

/**
 * How a Deployment is reached.
 *
 * @public
 */
export const networkStatusSchema = z.object({
  /** Those that can be opened first. */
  addresses: z.array(addressStatusSchema),
  /** By name. */
  services: z.array(serviceStatusSchema),
  /** By name. */
  disruptionBudgets: z.array(disruptionBudgetStatusSchema),
  /** One line over all of them. */
  sentence: z.string(),
});

/** @public */
export type NetworkStatus = z.infer<typeof networkStatusSchema>;
