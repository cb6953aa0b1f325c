import type { KubernetesObject } from '../objects';

/** Kinds whose files are called otherwise than the kind in lower case, as the chart's templates are. */
const NAMES: Record<string, string> = {
  HorizontalPodAutoscaler: 'hpa',
  PersistentVolumeClaim: 'pvc',
  PodDisruptionBudget: 'pdb',
};

/** Name of an object's file, without extension: what its template in the chart is called. */
export function fileName({ kind, metadata }: KubernetesObject): string {
  if (kind === 'ConfigMap' && metadata.name.endsWith('-nginx')) {
    return 'nginx-configmap';
  }
  return NAMES[kind] ?? kind.toLowerCase();
}
