import type { DeploymentStatus } from '../DeploymentStatus';

/**
 * What a Deployment is to those who use it, in words that need no Kubernetes.
 *
 * - `serving`, also `updating` during a rollout and `paused` in the middle of one;
 * - `impaired`: replicas are available and something failed;
 * - `unreachable`: replicas are available and nobody gets to them;
 * - `starting`, `stopped`, `down`: none is available: not yet, on purpose, or because something failed;
 * - `absent`: it is not in the cluster;
 * - `unknown`.
 */
export type Serving =
  | 'serving'
  | 'updating'
  | 'paused'
  | 'impaired'
  | 'unreachable'
  | 'starting'
  | 'stopped'
  | 'down'
  | 'absent'
  | 'unknown';

/** Findings that say that no request arrives though pods run. */
const UNREACHABLE = new Set([
  'CertificateExpired',
  'RouteNotAccepted',
  'ServiceWithoutEndpoints',
]);

/** What a Deployment is to those who use it. */
export function servingOf(status: DeploymentStatus): Serving {
  const { health, findings, replicas } = status;
  const isAvailable = (replicas?.available ?? 0) > 0;
  switch (health) {
    case 'Healthy':
      return 'serving';
    case 'Suspended':
      return isAvailable ? 'paused' : 'stopped';
    case 'Progressing':
      return isAvailable ? 'updating' : 'starting';
    case 'Missing':
      return 'absent';
    case 'Degraded': {
      if (!isAvailable) {
        return 'down';
      }
      const isCutOff = findings.some(
        ({ code, severity }) =>
          severity === 'critical' && UNREACHABLE.has(code),
      );
      return isCutOff ? 'unreachable' : 'impaired';
    }
    default:
      return 'unknown';
  }
}
