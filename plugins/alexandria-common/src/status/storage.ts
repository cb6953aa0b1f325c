import { z } from 'zod';
import { objectReferenceSchema } from './finding';
import { healthSchema } from './health';

/**
 * A PersistentVolumeClaim that a Deployment mounts.
 *
 * @public
 */
export const volumeClaimStatusSchema = z.object({
  object: objectReferenceSchema,
  /** The volume of the pod that it is behind, for example `data`. */
  volume: z.string(),
  /** Containers that mount it, init containers first, in the order of the pod. */
  mountedBy: z.array(z.string()),
  /** Whether it is there. A claim that does not bear the labels of the chart is not read, so nothing is known of it. */
  presence: z.enum(['present', 'absent', 'unknown']),
  /** `Pending`, `Bound` or `Lost`. */
  phase: z.string().optional(),
  /** Absent when the claim leaves it to the cluster's default and that has not set it. */
  storageClass: z.string().optional(),
  /** For example `ReadWriteMany`: those of the volume once it is bound, until then those that are asked for. */
  accessModes: z.array(z.string()),
  /** A quantity, for example `50Gi`. */
  requested: z.string().optional(),
  /** What the volume has; absent until it is bound. */
  capacity: z.string().optional(),
  /** Name of the PersistentVolume. */
  volumeName: z.string().optional(),
  /** RFC 3339. */
  createdAt: z.string().optional(),
  health: healthSchema,
  /** One line. */
  sentence: z.string(),
});

/** @public */
export type VolumeClaimStatus = z.infer<typeof volumeClaimStatusSchema>;

/**
 * Where a Deployment keeps its data.
 *
 * @public
 */
export const storageStatusSchema = z.object({
  /** In the order of the pod template. */
  claims: z.array(volumeClaimStatusSchema),
  /** One line over all of them. */
  sentence: z.string(),
});

/** @public */
export type StorageStatus = z.infer<typeof storageStatusSchema>;
