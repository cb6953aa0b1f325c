import type { ObjectDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  compareObject,
  deprecatedApis,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { KubernetesObject } from '@alexandriaproject/alexandria-manifests';
import type { KubernetesItem } from '../watch/KubernetesItem';

/** So many fields of one object are kept. */
const MOST_FIELDS = 50;

const referenceTo = ({ kind, metadata }: KubernetesObject) => ({
  kind,
  ...(metadata.namespace === undefined
    ? {}
    : { namespace: metadata.namespace }),
  name: metadata.name,
});

/** What is known of an object that was not read, and why it was not. */
export const unread = (
  expected: KubernetesObject,
  message: string,
): ObjectDrift => ({
  object: referenceTo(expected),
  state: 'Unread',
  message,
  fields: [],
  deprecated: deprecatedApis(expected),
});

/**
 * What differs in one object. What was read ends with the call: only paths, short values that are no credentials, and names
 * of managers are in what is returned.
 *
 * @param live - undefined when it is not there
 */
export function compareWithLive(
  expected: KubernetesObject,
  live: KubernetesItem | undefined,
): ObjectDrift {
  const base = {
    object: referenceTo(expected),
    fields: [],
    deprecated: deprecatedApis(expected, live),
  };
  if (live === undefined) {
    return { ...base, state: 'Missing' };
  }
  const fields = compareObject(expected, live);
  const omitted = fields.length - MOST_FIELDS;
  return {
    ...base,
    state: fields.length === 0 ? 'Same' : 'Different',
    fields: fields.slice(0, MOST_FIELDS),
    ...(omitted > 0 ? { omitted } : {}),
  };
}
