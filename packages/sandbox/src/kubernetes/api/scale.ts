import {
  isRecord,
  numberAt,
  textAt,
  valueAt,
  type JsonRecord,
} from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';

/** What the subresource `scale` is, whatever it is of. */
export const SCALE = { apiVersion: 'autoscaling/v1', kind: 'Scale' };

/** What the subresource `scale` of an object is: https://kubernetes.io/docs/reference/kubernetes-api/autoscaling/scale-v1/ */
export function scaleOf(object: KubernetesObject): KubernetesObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const labels = valueAt(object, 'spec', 'selector', 'matchLabels');
  const selector = Object.entries(isRecord(labels) ? labels : {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return {
    ...SCALE,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(uid && { uid }),
      ...(resourceVersion && { resourceVersion }),
      ...(creationTimestamp && { creationTimestamp }),
    },
    spec: { replicas: numberAt(object, 'spec', 'replicas') ?? 0 },
    status: {
      replicas: numberAt(object, 'status', 'replicas') ?? 0,
      selector,
    },
  };
}

/** An object with as many replicas as its scale asks for, as it was when that was read. */
export const withScale = (
  object: KubernetesObject,
  scale: JsonRecord,
): KubernetesObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    resourceVersion:
      textAt(scale, 'metadata', 'resourceVersion') ||
      object.metadata.resourceVersion!,
  },
  spec: {
    ...(isRecord(object.spec) ? object.spec : {}),
    replicas: numberAt(scale, 'spec', 'replicas') ?? 0,
  },
});
