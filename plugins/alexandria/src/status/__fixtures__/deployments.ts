import type {
  AutoscalerStatus,
  ContainerImage,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';
import type { Moment } from './Moment';
import { goodSecrets } from './secrets';

export const imagesOf = (version: string): ContainerImage[] => [
  { container: 'config-init', image: 'docker.io/library/busybox:1.37' },
  {
    container: 'api',
    image: `ghcr.io/alexandriaproject/ee-api:${version}`,
  },
  {
    container: 'orchestrator',
    image: `ghcr.io/alexandriaproject/ce:${version}`,
  },
  {
    container: 'dashboard',
    image: `ghcr.io/alexandriaproject/ee-dashboard:${version}`,
  },
];

/** A Deployment that serves; what is given is otherwise. */
export function deployment(
  at: Moment,
  environment: string,
  more: Partial<DeploymentStatus> = {},
): DeploymentStatus {
  const namespace = `assistant-${environment}`;
  return {
    cluster: 'eu-west',
    deployment: { kind: 'Deployment', namespace, name: 'alexandria' },
    environment,
    version: 'v1.4.2',
    images: imagesOf('v1.4.2'),
    health: 'Healthy',
    since: at.ago(6, 'd'),
    sentence: 'alexandria is Healthy: all 2 replicas are available',
    observedAt: at.ago(2, 's'),
    stale: false,
    replicas: { wanted: 2, updated: 2, ready: 2, available: 2 },
    secrets: goodSecrets(at),
    findings: [],
    ...more,
  };
}

/** An autoscaler that has what it needs; what is given is otherwise. */
export function autoscaler(
  at: Moment,
  namespace: string,
  more: Partial<AutoscalerStatus> = {},
): AutoscalerStatus {
  return {
    object: { kind: 'HorizontalPodAutoscaler', namespace, name: 'alexandria' },
    ...{ min: 2, max: 8, current: 3, desired: 3 },
    lastScaleTime: at.ago(47, 'min'),
    metrics: [
      { type: 'Resource', name: 'cpu', current: '61%', target: '70%' },
      {
        ...{ type: 'ContainerResource', name: 'memory of orchestrator' },
        ...{ current: '54%', target: '80%' },
      },
    ],
    sentence:
      'It holds 3 replicas: cpu 61% (target 70%), memory of orchestrator 54% (target 80%).',
    ...more,
  };
}
