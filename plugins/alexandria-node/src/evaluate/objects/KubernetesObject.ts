import type { ObjectReference } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { isRecord, Json, integerAt, textAt, textsAt, timeAt } from './read';

/**
 * An object of a cluster, as far as it says what it is.
 *
 * @public
 */
export interface KubernetesObject {
  /** Empty for the core group, and where the object does not say. */
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  uid: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Milliseconds since the epoch. */
  createdAt?: number;
  deletedAt?: number;
  generation?: number;
  /** All of it. */
  json: Record<string, Json>;
}

/** @returns undefined for what is no object of Kubernetes: it has no kind */
export function readObject(json: Json): KubernetesObject | undefined {
  if (!isRecord(json) || textAt(json, 'kind') === '') {
    return undefined;
  }
  const [first, second] = textAt(json, 'apiVersion').split('/', 2);
  return {
    group: second === undefined ? '' : first,
    version: second ?? first,
    kind: textAt(json, 'kind'),
    namespace: textAt(json, 'metadata', 'namespace'),
    name: textAt(json, 'metadata', 'name'),
    uid: textAt(json, 'metadata', 'uid'),
    labels: textsAt(json, 'metadata', 'labels'),
    annotations: textsAt(json, 'metadata', 'annotations'),
    createdAt: timeAt(json, 'metadata', 'creationTimestamp'),
    deletedAt: timeAt(json, 'metadata', 'deletionTimestamp'),
    generation: integerAt(json, 'metadata', 'generation'),
    json,
  };
}

/** How findings name an object. */
export function referenceTo(object: {
  kind: string;
  namespace: string;
  name: string;
}): ObjectReference {
  return {
    kind: object.kind,
    ...(object.namespace === '' ? {} : { namespace: object.namespace }),
    name: object.name,
  };
}
