/**
 * The annotations by which an entity says which Deployments are its own: those of Backstage's Kubernetes plugin.
 *
 * - `id`: the value of the label `backstage.io/kubernetes-id` of its Deployments;
 * - `labelSelector`: a label selector, as kubectl takes it, in place of the id;
 * - `namespace`: the only namespace in which they are;
 * - `cluster`: the only cluster in which they are, by its name in the configuration of the portal.
 *
 * @public
 */
export const kubernetesAnnotations = {
  id: 'backstage.io/kubernetes-id',
  labelSelector: 'backstage.io/kubernetes-label-selector',
  namespace: 'backstage.io/kubernetes-namespace',
  cluster: 'backstage.io/kubernetes-cluster',
} as const;

/**
 * The tag by which instances are told from other entities.
 *
 * @public
 */
export const INSTANCE_TAG = 'alexandria';

/**
 * The further tag of instances that nobody has registered: they are in the catalog because they run.
 *
 * @public
 */
export const DISCOVERED_TAG = 'discovered';
