import { z } from 'zod';

/**
 * Health of an object or an instance, in the words of Argo CD:
 *
 * - `Healthy`: it does what it is asked to;
 * - `Suspended`: somebody asked it to stand still;
 * - `Progressing`: not there yet, and nothing says that it will not get there;
 * - `Missing`: it should be there and is not;
 * - `Unknown`: what would tell could not be read;
 * - `Degraded`: it failed, or will not get there without help.
 *
 * @public
 */
export const healthSchema = z.enum([
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Unknown',
  'Degraded',
]);

/** @public */
export type Health = z.infer<typeof healthSchema>;

/**
 * The worst of several; `Healthy` of none. From best to worst: Healthy, Suspended, Progressing, Missing, Unknown,
 * Degraded. Argo CD puts Unknown last. Here Degraded is, because a failure that is known stays one when something else
 * cannot be read.
 *
 * @public
 */
export function worstHealth(healths: Iterable<Health>): Health {
  const order = healthSchema.options;
  let worst = 0;
  for (const health of healths) {
    worst = Math.max(worst, order.indexOf(health));
  }
  return order[worst];
}
