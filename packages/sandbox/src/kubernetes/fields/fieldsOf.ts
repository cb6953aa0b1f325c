import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { isRecord, type Json, type JsonRecord } from '../objects/json';
import { FieldNode } from './FieldNode';
import { isAlways, isAtomic, isSet, itemKey, keysOf } from './listTypes';

/** A member of a map or a list that merges by key: how `fieldsV1` names it, the name of its field, and its value. */
export interface Member {
  element: string;
  field: string;
  value: Json;
}

/**
 * The members of a value that is merged member by member; undefined for one that is one value.
 *
 * @param field - the name of the field that holds it
 * @param isCustom - of a custom resource, whose lists are one value each
 */
export function membersOf(
  value: Json,
  field: string,
  isCustom: boolean,
): Member[] | undefined {
  if (isRecord(value)) {
    return isAtomic(field, isCustom)
      ? undefined
      : Object.entries(value).map(([name, inner]) => ({
          element: `f:${name}`,
          field: name,
          value: inner,
        }));
  }
  if (!Array.isArray(value) || (isCustom && field !== 'finalizers')) {
    return undefined;
  }
  if (isSet(field)) {
    return value.map(item => ({
      element: `v:${JSON.stringify(item)}`,
      field: '',
      value: item,
    }));
  }
  const keys = keysOf(field, value);
  return keys && value.every(isRecord)
    ? value.map((item: JsonRecord) => ({
        element: `k:${itemKey(item, keys)}`,
        field: '',
        value: item,
      }))
    : undefined;
}

const isItem = (element: string) => !element.startsWith('f:');

/**
 * All fields of a value.
 *
 * @param isWhole - whether maps count as fields beside what is in them, as they do when they were not there before
 */
export function fieldsOf(
  value: Json,
  isCustom: boolean,
  isWhole = false,
  field = '',
): FieldNode {
  const members = membersOf(value, field, isCustom);
  const isNew = isWhole && field !== '' && !isAlways(field, isCustom);
  if (members === undefined || members.length === 0) {
    const isEmpty = members !== undefined || value === null || value === '';
    return new FieldNode(isNew || !isWhole || !isEmpty);
  }
  return new FieldNode(
    isNew,
    members.map(member => {
      const node = fieldsOf(member.value, isCustom, isWhole, member.field);
      node.isMember ||= isItem(member.element);
      return [member.element, node];
    }),
  );
}

/** What is different between two values: fields that were written, and fields that are gone. */
export function compare(
  before: Json,
  after: Json,
  isCustom: boolean,
  field = '',
): { written: FieldNode; gone: FieldNode } {
  const none = new FieldNode();
  if (isDeepStrictEqual(before, after)) {
    return { written: none, gone: none };
  }
  if (before === undefined) {
    return { written: fieldsOf(after, isCustom, true, field), gone: none };
  }
  if (after === undefined) {
    return { written: none, gone: fieldsOf(before, isCustom, true, field) };
  }
  const olds = membersOf(before, field, isCustom);
  const news = membersOf(after, field, isCustom);
  if (olds === undefined || news === undefined) {
    return { written: new FieldNode(true), gone: none };
  }
  const written = new FieldNode();
  const gone = new FieldNode();
  const earlier = new Map(olds.map(each => [each.element, each]));
  for (const member of news) {
    const change = compare(
      earlier.get(member.element)?.value,
      member.value,
      isCustom,
      member.field,
    );
    if (!earlier.has(member.element) && isItem(member.element)) {
      change.written.isMember = true;
    }
    written.children.set(member.element, change.written);
    gone.children.set(member.element, change.gone);
    earlier.delete(member.element);
  }
  for (const { element, value, field: name } of earlier.values()) {
    const node = fieldsOf(value, isCustom, true, name);
    node.isMember = true;
    gone.children.set(element, node);
  }
  return { written, gone };
}

/** Metadata that is nobody's: who asks for an object does not ask for these. */
const NOBODYS = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'name',
  'namespace',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** An object without what nobody manages. */
export function managedPart({
  apiVersion,
  kind,
  metadata,
  ...rest
}: KubernetesObject): JsonRecord {
  const managed = Object.fromEntries(
    Object.entries(metadata).filter(([name]) => !NOBODYS.includes(name)),
  );
  return Object.keys(managed).length === 0
    ? rest
    : { metadata: managed, ...rest };
}
