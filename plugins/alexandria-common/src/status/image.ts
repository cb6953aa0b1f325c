import { z } from 'zod';

/**
 * The image of a container, as the pod template names it.
 *
 * @public
 */
export const containerImageSchema = z.object({
  container: z.string(),
  /** For example `ghcr.io/alexandriaproject/ee-api:v1.2.0`. */
  image: z.string(),
});

/** @public */
export type ContainerImage = z.infer<typeof containerImageSchema>;
