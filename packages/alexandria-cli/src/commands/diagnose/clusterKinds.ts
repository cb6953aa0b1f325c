/** A kind that is read from a cluster. */
export interface ClusterKind {
  kind: string;
  /** Group and version, as in `apiVersion`. */
  apiVersion: string;
  /** Plural, as in paths. */
  resource: string;
  /** A cluster may be without it. */
  custom?: boolean;
}

const kind = (
  apiVersion: string,
  name: string,
  resource: string,
): ClusterKind => ({ apiVersion, kind: name, resource });

const custom = (
  ...names: Parameters<typeof kind>
): ReturnType<typeof kind> => ({ ...kind(...names), custom: true });

/** What a verdict is read from. Secrets are not: nothing that is said needs more than their names. */
export const clusterKinds: readonly ClusterKind[] = [
  kind('apps/v1', 'Deployment', 'deployments'),
  kind('apps/v1', 'ReplicaSet', 'replicasets'),
  kind('v1', 'Pod', 'pods'),
  kind('autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'),
  kind('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  kind('v1', 'Service', 'services'),
  kind('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices'),
  kind('networking.k8s.io/v1', 'Ingress', 'ingresses'),
  kind('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  kind('batch/v1', 'Job', 'jobs'),
  custom('gateway.networking.k8s.io/v1', 'HTTPRoute', 'httproutes'),
  custom('external-secrets.io/v1', 'ExternalSecret', 'externalsecrets'),
  custom('cert-manager.io/v1', 'Certificate', 'certificates'),
  custom('bitnami.com/v1alpha1', 'SealedSecret', 'sealedsecrets'),
];

/** Events are evidence for what is wrong with other objects. */
export const eventKind = kind('v1', 'Event', 'events');

/** The path of the objects of a kind in a namespace. */
export function listPath(
  { apiVersion, resource }: ClusterKind,
  namespace: string,
): string {
  const api = apiVersion.includes('/') ? 'apis' : 'api';
  return `/${api}/${apiVersion}/namespaces/${encodeURIComponent(
    namespace,
  )}/${resource}`;
}
