import { z } from 'zod';
import { conditionStatusSchema } from './condition';
import { objectReferenceSchema } from './finding';
import { healthSchema } from './health';

/**
 * One metric of a HorizontalPodAutoscaler, current against target.
 *
 * @public
 */
export const autoscalerMetricSchema = z.object({
  type: z.enum(['Resource', 'ContainerResource', 'Pods', 'Object', 'External']),
  /** For example `cpu`, or `cpu of orchestrator`. */
  name: z.string(),
  /** With its unit, for example `80%` or `500m`; absent when it could not be read. */
  current: z.string().optional(),
  target: z.string(),
});

/** @public */
export type AutoscalerMetric = z.infer<typeof autoscalerMetricSchema>;

/**
 * Where a HorizontalPodAutoscaler stands, and why.
 *
 * @public
 */
export const autoscalerStatusSchema = z.object({
  object: objectReferenceSchema,
  min: z.number().int(),
  max: z.number().int(),
  current: z.number().int().optional(),
  desired: z.number().int().optional(),
  /** RFC 3339. */
  lastScaleTime: z.string().optional(),
  metrics: z.array(autoscalerMetricSchema),
  /** One line that says why the number of replicas is what it is. */
  sentence: z.string(),
});

/** @public */
export type AutoscalerStatus = z.infer<typeof autoscalerStatusSchema>;

/**
 * One change of the number of replicas.
 *
 * @public
 */
export const scalingSchema = z.object({
  /** RFC 3339; absent when the event does not say. */
  at: z.string().optional(),
  /** The new number. */
  to: z.number().int(),
  /** Why, in the words of the controller; empty when it gives no reason. */
  reason: z.string(),
});

/** @public */
export type Scaling = z.infer<typeof scalingSchema>;

/**
 * A HorizontalPodAutoscaler with its conditions and what it did.
 *
 * @public
 */
export const autoscalerDetailsSchema = autoscalerStatusSchema.extend({
  health: healthSchema,
  conditions: z.array(conditionStatusSchema),
  /**
   * Newest first, from events with the reason `SuccessfulRescale`. Clusters forget events after an hour, so that there is
   * none does not say that it never scaled: see `lastScaleTime`.
   */
  recentScaling: z.array(scalingSchema),
});

/** @public */
export type AutoscalerDetails = z.infer<typeof autoscalerDetailsSchema>;
