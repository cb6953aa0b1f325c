/** A kind of object that the sample clusters serve, as discovery tells it. */
export interface Resource {
  /** Empty for the core group. */
  group: string;
  version: string;
  /** Plural and in lower case. */
  resource: string;
  kind: string;
  shortNames: readonly string[];
  namespaced: boolean;
  /** Of a CustomResourceDefinition: the API server knows no lists in it that merge by key, and writes its items whole. */
  isCustom: boolean;
  hasStatus: boolean;
  /** Whether it has the subresource `scale`. */
  hasScale: boolean;
  /** Whether `metadata.generation` counts the changes of what is asked for. */
  hasGeneration: boolean;
}

type Options = Partial<
  Pick<
    Resource,
    | 'shortNames'
    | 'namespaced'
    | 'isCustom'
    | 'hasStatus'
    | 'hasScale'
    | 'hasGeneration'
  >
>;

function resource(
  groupVersion: string,
  kind: string,
  plural: string,
  options: Options = {},
): Resource {
  const [version, group = ''] = groupVersion.split('/').reverse();
  return {
    ...{ group, version, kind, resource: plural },
    shortNames: [],
    namespaced: true,
    isCustom: false,
    hasStatus: false,
    hasScale: false,
    hasGeneration: false,
    ...options,
  };
}

const status: Options = { hasStatus: true };
const spec: Options = { hasStatus: true, hasGeneration: true };
const scaled: Options = { ...spec, hasScale: true };
const custom: Options = { isCustom: true, ...spec };
const cluster: Options = { namespaced: false };

/**
 * All kinds that a sample cluster serves: those that the chart renders, those that the portal reads, and what belongs to
 * them. SealedSecrets are not among them, so that a kind that a cluster does not have is met too.
 */
export const resources: readonly Resource[] = [
  resource('v1', 'Namespace', 'namespaces', {
    ...cluster,
    ...status,
    shortNames: ['ns'],
  }),
  resource('v1', 'Node', 'nodes', {
    ...cluster,
    ...status,
    shortNames: ['no'],
  }),
  resource('v1', 'ConfigMap', 'configmaps', { shortNames: ['cm'] }),
  resource('v1', 'Event', 'events', { shortNames: ['ev'] }),
  resource('v1', 'LimitRange', 'limitranges', { shortNames: ['limits'] }),
  resource('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', {
    ...status,
    shortNames: ['pvc'],
  }),
  resource('v1', 'Pod', 'pods', { ...spec, shortNames: ['po'] }),
  resource('v1', 'ResourceQuota', 'resourcequotas', {
    ...status,
    shortNames: ['quota'],
  }),
  resource('v1', 'Secret', 'secrets'),
  resource('v1', 'Service', 'services', { ...status, shortNames: ['svc'] }),
  resource('v1', 'ServiceAccount', 'serviceaccounts', { shortNames: ['sa'] }),
  resource('apps/v1', 'DaemonSet', 'daemonsets', spec),
  resource('apps/v1', 'Deployment', 'deployments', {
    ...scaled,
    shortNames: ['deploy'],
  }),
  resource('apps/v1', 'ReplicaSet', 'replicasets', {
    ...scaled,
    shortNames: ['rs'],
  }),
  resource('apps/v1', 'StatefulSet', 'statefulsets', scaled),
  resource(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    { ...spec, shortNames: ['hpa'] },
  ),
  resource('batch/v1', 'CronJob', 'cronjobs', spec),
  resource('batch/v1', 'Job', 'jobs', spec),
  resource('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices', {
    hasGeneration: true,
  }),
  resource('networking.k8s.io/v1', 'Ingress', 'ingresses', {
    ...spec,
    shortNames: ['ing'],
  }),
  resource('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', {
    hasGeneration: true,
    shortNames: ['netpol'],
  }),
  resource('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets', {
    ...spec,
    shortNames: ['pdb'],
  }),
  resource('rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', {
    namespaced: false,
  }),
  resource(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'clusterrolebindings',
    cluster,
  ),
  resource('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  resource('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'),
  resource('storage.k8s.io/v1', 'StorageClass', 'storageclasses', {
    ...cluster,
    shortNames: ['sc'],
  }),
  resource('cert-manager.io/v1', 'Certificate', 'certificates', custom),
  resource(
    'external-secrets.io/v1',
    'ClusterSecretStore',
    'clustersecretstores',
    {
      ...custom,
      ...cluster,
    },
  ),
  resource('external-secrets.io/v1', 'ExternalSecret', 'externalsecrets', {
    ...custom,
    shortNames: ['es'],
  }),
  resource('external-secrets.io/v1', 'SecretStore', 'secretstores', custom),
  resource('gateway.networking.k8s.io/v1', 'HTTPRoute', 'httproutes', custom),
  resource('monitoring.coreos.com/v1', 'ServiceMonitor', 'servicemonitors', {
    ...custom,
    shortNames: ['smon'],
  }),
];

/** `apps/v1`, or `v1` of the core group. */
export const groupVersionOf = ({ group, version }: Resource) =>
  group === '' ? version : `${group}/${version}`;

/** As messages of the API server name it: `deployments.apps`, or `pods`. */
export const qualified = ({ group, resource: plural }: Resource) =>
  group === '' ? plural : `${plural}.${group}`;

/** @throws Error when the sample clusters do not serve it: a mistake in the program */
export function resourceOfKind(kind: string): Resource {
  const found = resources.find(each => each.kind === kind);
  if (!found) {
    throw new Error(`no sample cluster serves the kind ${kind}`);
  }
  return found;
}
