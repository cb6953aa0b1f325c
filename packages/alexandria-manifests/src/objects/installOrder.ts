import type { KubernetesObject } from './context';

/** The kinds that are rendered here, in the order of InstallOrder in Helm's pkg/release/util/kind_sorter.go. */
const KINDS = [
  'NetworkPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'Pod',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Job',
  'Ingress',
];

function position({ kind }: KubernetesObject): number {
  const index = KINDS.indexOf(kind);
  return index < 0 ? KINDS.length : index;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Below zero when the first is installed before the second, above when after it. */
export function compareInstallOrder(
  a: KubernetesObject,
  b: KubernetesObject,
): number {
  return (
    position(a) - position(b) ||
    compare(a.kind, b.kind) ||
    compare(a.metadata.name, b.metadata.name)
  );
}

/** Helm's install order: by kind, custom resources last; then, so that it is always the same, by kind and name. */
export function inInstallOrder(
  objects: readonly KubernetesObject[],
): KubernetesObject[] {
  return [...objects].sort(compareInstallOrder);
}
