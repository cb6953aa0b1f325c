import type { PolicyRule } from './api/Identity';

/** How far the portal may read the Secrets of a cluster: `alexandria.clusters[].secretTier`. */
export type SecretTier = 0 | 1 | 2;

const watched: Record<string, readonly string[]> = {
  '': ['persistentvolumeclaims', 'pods', 'services'],
  apps: ['deployments', 'replicasets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['jobs'],
  'discovery.k8s.io': ['endpointslices'],
  'networking.k8s.io': ['ingresses'],
  policy: ['poddisruptionbudgets'],
  'bitnami.com': ['sealedsecrets'],
  'cert-manager.io': ['certificates'],
  'external-secrets.io': ['externalsecrets'],
  'gateway.networking.k8s.io': ['httproutes'],
};

/**
 * What the portal may do, as `plugins/alexandria-backend/rbac` allows it in a real cluster. Where Secrets may be read they
 * may be by any name, in any namespace: new instances come by themselves here.
 */
export function readerRules(tier: SecretTier): PolicyRule[] {
  return [
    ...Object.entries(watched).map(([group, resources]) => ({
      ...{ apiGroups: [group], resources, verbs: ['list', 'watch'] },
    })),
    { apiGroups: [''], resources: ['events'], verbs: ['list'] },
    ...(tier === 0
      ? []
      : [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }]),
  ];
}
