import type { Health } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { KubernetesObject } from '../objects/KubernetesObject';

/**
 * The health of one object by itself.
 *
 * @public
 */
export interface ObjectHealth {
  health: Health;
  /** One word, in PascalCase. */
  reason: string;
  /** One line; empty when there is nothing to add. */
  message: string;
}

/** Tells the health of the objects of a kind. `now` is in milliseconds since the epoch. */
export type HealthCheck = (
  object: KubernetesObject,
  now: number,
) => ObjectHealth;

export const healthy = (reason: string, message = ''): ObjectHealth => ({
  health: 'Healthy',
  reason,
  message,
});

export const progressing = (reason: string, message: string): ObjectHealth => ({
  health: 'Progressing',
  reason,
  message,
});

export const degraded = (reason: string, message: string): ObjectHealth => ({
  health: 'Degraded',
  reason,
  message,
});

export const suspended = (reason: string, message: string): ObjectHealth => ({
  health: 'Suspended',
  reason,
  message,
});

export const unknown = (reason: string, message: string): ObjectHealth => ({
  health: 'Unknown',
  reason,
  message,
});
