import type { PolicyRule } from './api/Identity';

/** How far the portal may read the Secrets of a cluster: `alexandria.clusters[].secretTier`. */
export type SecretTier = 0 | 1 | 2;

type Resources = Record<string, readonly string[]>;

/** What is watched, and compared with the repository: `rbac/tier-0.yaml`. */
const compared: Resources = {
  '': ['persistentvolumeclaims', 'services'],
  apps: ['deployments'],
  autoscaling: ['horizontalpodautoscalers'],
  'networking.k8s.io': ['ingresses'],
  policy: ['poddisruptionbudgets'],
  'cert-manager.io': ['certificates'],
  'external-secrets.io': ['externalsecrets'],
  'gateway.networking.k8s.io': ['httproutes'],
};

const watched: Resources = {
  '': ['pods'],
  apps: ['replicasets'],
  batch: ['jobs'],
  'discovery.k8s.io': ['endpointslices'],
  'bitnami.com': ['sealedsecrets'],
};

/** What is compared and not watched: `rbac/drift.yaml`. */
const readByName: Resources = {
  '': ['configmaps', 'serviceaccounts'],
  'networking.k8s.io': ['networkpolicies'],
  'monitoring.coreos.com': ['servicemonitors'],
};

const rules = (resources: Resources, ...verbs: string[]): PolicyRule[] =>
  Object.entries(resources).map(([group, names]) => ({
    ...{ apiGroups: [group], resources: names, verbs },
  }));

/**
 * What the portal may do, as `plugins/alexandria-backend/rbac` allows it in a real cluster. What may be read by name may be by
 * any, in any namespace: new instances come by themselves here.
 */
export function readerRules(tier: SecretTier): PolicyRule[] {
  return [
    ...rules(compared, 'get', 'list', 'watch'),
    ...rules(watched, 'list', 'watch'),
    ...rules(readByName, 'get'),
    { apiGroups: [''], resources: ['events'], verbs: ['list'] },
    ...(tier === 0
      ? []
      : [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }]),
  ];
}
