import { z } from 'zod';
import { objectReferenceSchema } from './finding';
import { healthSchema } from './health';

/**
 * The containers of Alexandria: `api` serves login and API, `orchestrator` agents and queries, `dashboard` the user
 * interface.
 *
 * @public
 */
export const containerRoleSchema = z.enum(['api', 'orchestrator', 'dashboard']);

/** @public */
export type ContainerRole = z.infer<typeof containerRoleSchema>;

/**
 * How a run of a container ended.
 *
 * @public
 */
export const terminationStatusSchema = z.object({
  exitCode: z.number().int().optional(),
  signal: z.number().int().optional(),
  /** For example `OOMKilled`. */
  reason: z.string().optional(),
  message: z.string().optional(),
  /** RFC 3339. */
  startedAt: z.string().optional(),
  /** RFC 3339. */
  finishedAt: z.string().optional(),
});

/** @public */
export type TerminationStatus = z.infer<typeof terminationStatusSchema>;

/**
 * One container of a pod.
 *
 * @public
 */
export const containerStatusSchema = z.object({
  name: z.string(),
  /** Absent for init containers and for those that are not Alexandria's own. */
  role: containerRoleSchema.optional(),
  /** `sidecar` is an init container that goes on running beside the others. */
  kind: z.enum(['init', 'sidecar', 'container']),
  /** As the pod asks for it. */
  image: z.string(),
  /** `unknown` while the kubelet has not said anything. */
  state: z.object({
    type: z.enum(['waiting', 'running', 'terminated', 'unknown']),
    /** For example `CrashLoopBackOff`; of an end, for example `Completed`. */
    reason: z.string().optional(),
    message: z.string().optional(),
    /** Of an end. */
    exitCode: z.number().int().optional(),
    /** When it began to run, when it ended, or when the run before this wait ended; RFC 3339. */
    since: z.string().optional(),
  }),
  ready: z.boolean(),
  /** Since the pod was made. */
  restarts: z.number().int(),
  /** When it was last restarted: the end of the run before, as `kubectl get pods` counts; RFC 3339. */
  lastRestartAt: z.string().optional(),
  /** How the run before ended. */
  lastTermination: terminationStatusSchema.optional(),
  health: healthSchema,
  /** One line that says what it does and, if it does not run, why. */
  sentence: z.string(),
});

/** @public */
export type ContainerStatus = z.infer<typeof containerStatusSchema>;

/**
 * One pod of a Deployment, of any revision.
 *
 * @public
 */
export const podStatusSchema = z.object({
  object: objectReferenceSchema,
  /** Absent while no node has taken it. */
  node: z.string().optional(),
  /** RFC 3339. */
  createdAt: z.string().optional(),
  /** When one that was told to end is to be gone, which holds its grace period; RFC 3339. */
  deletedAt: z.string().optional(),
  /** The number of the revision that it belongs to; absent when its ReplicaSet is not known. */
  revision: z.number().int().optional(),
  /** Whether it belongs to the current revision; absent when that is not known. */
  current: z.boolean().optional(),
  /** `Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`; empty while nobody has said. */
  phase: z.string(),
  /** Whether its condition Ready is True. */
  ready: z.boolean(),
  health: healthSchema,
  /** One line that says how it is and, if it is not well, why. */
  sentence: z.string(),
  /** In the order of the pod, init containers first. */
  containers: z.array(containerStatusSchema),
});

/** @public */
export type PodStatus = z.infer<typeof podStatusSchema>;
