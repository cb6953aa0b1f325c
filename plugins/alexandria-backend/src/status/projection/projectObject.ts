import type { KubernetesItem } from '../../watch/KubernetesItem';
import type { ResourceType } from '../../watch/ResourceType';
import { pick } from './pick';
import { shapeOf } from './shapes';

/** What is kept of an object of a cluster. */
export interface KeptObject {
  kind: string;
  namespace: string;
  name: string;
  /** The projection as JSON: one text takes a fraction of what the same takes as objects. */
  text: string;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Whether a manifest sets the replicas, which is all that is kept of what was last applied. */
function lastAppliedReplicas({ metadata }: KubernetesItem): string | undefined {
  const { annotations } = metadata as { annotations?: Record<string, unknown> };
  const text = annotations?.[LAST_APPLIED];
  if (typeof text !== 'string') {
    return undefined;
  }
  try {
    const replicas = JSON.parse(text)?.spec?.replicas;
    return typeof replicas === 'number'
      ? JSON.stringify({ spec: { replicas } })
      : undefined;
  } catch {
    return undefined;
  }
}

/** Reduces an object to what verdicts are read from. The object itself is not kept, nor anything that it refers to. */
export function projectObject(
  { group, version, kind }: ResourceType,
  item: KubernetesItem,
): KeptObject {
  const kept = pick(item, shapeOf(kind)) as {
    metadata: { annotations?: Record<string, string> };
  };
  const applied = kind === 'Deployment' ? lastAppliedReplicas(item) : undefined;
  if (applied !== undefined) {
    kept.metadata.annotations = {
      ...kept.metadata.annotations,
      [LAST_APPLIED]: applied,
    };
  }
  return {
    kind,
    namespace: item.metadata.namespace ?? '',
    name: item.metadata.name,
    text: JSON.stringify({
      apiVersion: group === '' ? version : `${group}/${version}`,
      kind,
      ...kept,
    }),
  };
}
