import { KubernetesObject, objectMeta, RenderContext } from './context';
import { selectorLabels } from './labels';

export function pdb(context: RenderContext): KubernetesObject | undefined {
  const { values, release, names } = context;
  const { enabled, minAvailable, maxUnavailable } = values.pdb;
  if (!enabled) {
    return undefined;
  }
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: objectMeta(context, names.fullname),
    spec: {
      ...(minAvailable === undefined ? {} : { minAvailable }),
      ...(maxUnavailable === undefined ? {} : { maxUnavailable }),
      // A pod that is not ready anyway must not hold up the drain of a node.
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: selectorLabels(release) },
    },
  };
}
