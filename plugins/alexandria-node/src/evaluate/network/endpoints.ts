import type { ServiceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { recordsAt, textAt, valueAt } from '../objects/read';

/** The endpoints of a Service, from its EndpointSlices; undefined when these are not known. */
export function endpointsOf(
  context: DeploymentContext,
  service: KubernetesObject,
): ServiceStatus['endpoints'] {
  const slices = context
    .inNamespace('discovery.k8s.io', 'EndpointSlice')
    .filter(
      ({ labels }) => labels['kubernetes.io/service-name'] === service.name,
    );
  if (slices.length === 0 && !context.knowsAll('EndpointSlice')) {
    return undefined;
  }
  // With two families of addresses each pod has a slice of either.
  const families = new Map<string, { ready: number; total: number }>();
  for (const { json } of slices) {
    const family = textAt(json, 'addressType');
    const counts = families.get(family) ?? { ready: 0, total: 0 };
    const endpoints = recordsAt(json, 'endpoints');
    counts.total += endpoints.length;
    counts.ready += endpoints.filter(
      // Absent means ready, as the API says.
      endpoint => valueAt(endpoint, 'conditions', 'ready') !== false,
    ).length;
    families.set(family, counts);
  }
  const counts = [...families.values()];
  return {
    ready: Math.max(0, ...counts.map(({ ready }) => ready)),
    total: Math.max(0, ...counts.map(({ total }) => total)),
  };
}
