import type { ResourceType } from '../watch/ResourceType';

const resource = (
  group: string,
  version: string,
  kind: string,
  plural: string,
): ResourceType => ({ group, version, kind, resource: plural });

/**
 * What a verdict is read from. `rbac/tier-0.yaml` allows these and nothing else. The custom resources may be missing from
 * a cluster.
 */
export const watchedResources: readonly ResourceType[] = [
  resource('apps', 'v1', 'Deployment', 'deployments'),
  resource('apps', 'v1', 'ReplicaSet', 'replicasets'),
  resource('', 'v1', 'Pod', 'pods'),
  resource(
    'autoscaling',
    'v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
  ),
  resource('', 'v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  resource('', 'v1', 'Service', 'services'),
  resource('discovery.k8s.io', 'v1', 'EndpointSlice', 'endpointslices'),
  resource('networking.k8s.io', 'v1', 'Ingress', 'ingresses'),
  resource('policy', 'v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  resource('batch', 'v1', 'Job', 'jobs'),
  resource('gateway.networking.k8s.io', 'v1', 'HTTPRoute', 'httproutes'),
  resource('external-secrets.io', 'v1', 'ExternalSecret', 'externalsecrets'),
  resource('cert-manager.io', 'v1', 'Certificate', 'certificates'),
  resource('bitnami.com', 'v1alpha1', 'SealedSecret', 'sealedsecrets'),
];
