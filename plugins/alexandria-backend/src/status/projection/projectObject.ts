import type { KubernetesItem } from '../../watch/KubernetesItem';
import type { EventsWanted } from '../../events/wantedEvents';
import type { ResourceType } from '../../watch/ResourceType';
import { databaseOf, type DatabaseReference } from './databaseOf';
import { pack, unpack } from './pack';
import { pick } from './pick';
import { shapeOf } from './shapes';

/** What is kept of an object of a cluster. */
export interface KeptObject extends EventsWanted {
  kind: string;
  namespace: string;
  name: string;
  /** The projection as JSON, packed: it takes a fraction of what the same takes as objects. */
  packed: string;
  /** Of a Deployment with Postgres. */
  database?: DatabaseReference;
}

/** What verdicts are read from: of the object with this kind and name the fields that rules look at. */
export interface Projection {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  [field: string]: unknown;
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

const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** As much as is told of why a revision was made; people may write as much as they like. */
const MAX_CHANGE_CAUSE = 200;

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
  const cause = kept.metadata.annotations?.[CHANGE_CAUSE];
  if (typeof cause === 'string' && cause.length > MAX_CHANGE_CAUSE) {
    kept.metadata.annotations = {
      ...kept.metadata.annotations,
      [CHANGE_CAUSE]: `${cause.slice(0, MAX_CHANGE_CAUSE)}…`,
    };
  }
  const database = kind === 'Deployment' ? databaseOf(item) : undefined;
  return {
    ...(database ? { database } : {}),
    kind,
    namespace: item.metadata.namespace ?? '',
    name: item.metadata.name,
    packed: pack(
      JSON.stringify({
        apiVersion: group === '' ? version : `${group}/${version}`,
        kind,
        ...kept,
      }),
    ),
  };
}

/** The projection of what is kept. */
export function projectionOf({ packed }: KeptObject): Projection {
  return JSON.parse(unpack(packed));
}
