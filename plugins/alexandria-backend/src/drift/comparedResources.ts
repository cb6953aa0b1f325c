import type { ResourceType } from '../watch/ResourceType';
import { watchedResources } from '../status/watchedResources';

/** Of the kinds that are watched those that the chart renders. `rbac/tier-0.yaml` allows to get them. */
const WATCHED = [
  'Certificate',
  'Deployment',
  'ExternalSecret',
  'HTTPRoute',
  'HorizontalPodAutoscaler',
  'Ingress',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'Service',
];

/**
 * Kinds that nobody watches: a ConfigMap of anybody may hold anything, and to watch those of Alexandria is to be allowed to
 * list all. `rbac/drift.yaml` allows to get those of one instance, by their names.
 */
const BY_NAME: readonly ResourceType[] = [
  { group: '', version: 'v1', kind: 'ConfigMap', resource: 'configmaps' },
  {
    group: '',
    version: 'v1',
    kind: 'ServiceAccount',
    resource: 'serviceaccounts',
  },
  {
    group: 'networking.k8s.io',
    version: 'v1',
    kind: 'NetworkPolicy',
    resource: 'networkpolicies',
  },
  {
    group: 'monitoring.coreos.com',
    version: 'v1',
    kind: 'ServiceMonitor',
    resource: 'servicemonitors',
  },
];

/** The kinds of which objects are read to be compared; never a Secret, and none that grants rights. */
export const comparedResources: readonly ResourceType[] = [
  ...watchedResources.filter(({ kind }) => WATCHED.includes(kind)),
  ...BY_NAME,
];
