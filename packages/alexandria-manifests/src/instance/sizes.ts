import type { Values } from '../values';
import type { Environment } from './model/environment';

function container(
  cpuRequest: string,
  memoryRequest: string,
  cpuLimit: string,
  memoryLimit: string,
) {
  return {
    requests: { cpu: cpuRequest, memory: memoryRequest },
    limits: { cpu: cpuLimit, memory: memoryLimit },
  };
}

/**
 * What the sizes mean. `small` is the chart's default and so left out of values files. The orchestrator does the heavy
 * work, so it grows most; the dashboard serves static files and stays as it is.
 *
 * @public
 */
export const sizeResources: Record<
  Environment['size'],
  Pick<Values['resources'], 'api' | 'orchestrator' | 'dashboard'> | undefined
> = {
  small: undefined,
  medium: {
    api: container('250m', '256Mi', '1000m', '1Gi'),
    orchestrator: container('1000m', '1Gi', '4000m', '4Gi'),
    dashboard: container('10m', '16Mi', '100m', '64Mi'),
  },
  large: {
    api: container('500m', '512Mi', '2000m', '2Gi'),
    orchestrator: container('2000m', '4Gi', '8000m', '16Gi'),
    dashboard: container('50m', '32Mi', '200m', '128Mi'),
  },
};
