import { z } from 'zod';
import { conditionStatusSchema } from './condition';
import { objectReferenceSchema } from './finding';
import { healthSchema } from './health';
import { containerImageSchema } from './image';

/**
 * One revision of a Deployment: a ReplicaSet.
 *
 * @public
 */
export const revisionStatusSchema = z.object({
  /** The annotation `deployment.kubernetes.io/revision`; absent while the controller has not set it. */
  number: z.number().int().optional(),
  /** Numbers that it had before, oldest first: a rollback takes a ReplicaSet up again under a new one. */
  formerNumbers: z.array(z.number().int()),
  replicaSet: objectReferenceSchema,
  /** When the ReplicaSet was made, which a rollback does not change; RFC 3339. */
  createdAt: z.string().optional(),
  /** Whether it is what the Deployment asks for now. */
  current: z.boolean(),
  /** Of every container of its pod template, init containers first, in the order of the pod. */
  images: z.array(containerImageSchema),
  /** Replicas that it is to have, has, and has ready and available. */
  replicas: z.object({
    wanted: z.number().int(),
    present: z.number().int(),
    ready: z.number().int(),
    available: z.number().int(),
  }),
  /** The annotation `kubernetes.io/change-cause`. */
  changeCause: z.string().optional(),
  /** What is known to differ from the revision before, in lines such as `api: v1.1.0 → v1.2.0`; none when nothing is. */
  changes: z.array(z.string()),
});

/** @public */
export type RevisionStatus = z.infer<typeof revisionStatusSchema>;

/**
 * How far the rollout of a Deployment is, and what was rolled out before.
 *
 * @public
 */
export const rolloutStatusSchema = z.object({
  /** `maxSurge` and `maxUnavailable` are counts or shares, for example `25%`; absent for `Recreate`. */
  strategy: z.object({
    type: z.string(),
    maxSurge: z.string().optional(),
    maxUnavailable: z.string().optional(),
  }),
  paused: z.boolean(),
  /** The number of the current revision, from the annotation of the Deployment. */
  revision: z.number().int().optional(),
  /** Of the rollout alone. */
  health: healthSchema,
  /** One line that says how far it is. */
  sentence: z.string(),
  /** Of the Deployment: Available, Progressing, ReplicaFailure. */
  conditions: z.array(conditionStatusSchema),
  /** Newest first. */
  revisions: z.array(revisionStatusSchema),
});

/** @public */
export type RolloutStatus = z.infer<typeof rolloutStatusSchema>;
