import { z } from 'zod';
import { objectReferenceSchema } from './finding';

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
