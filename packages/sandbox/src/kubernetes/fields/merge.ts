import { isRecord, type Json, type JsonRecord } from '../objects/json';
import type { FieldNode } from './FieldNode';
import { membersOf } from './fieldsOf';

/** One value laid over another: maps and lists by key are merged, everything else is replaced. */
export function merge(
  under: Json,
  over: Json,
  isCustom: boolean,
  field = '',
): Json {
  const unders = membersOf(under, field, isCustom);
  const overs = membersOf(over, field, isCustom);
  if (under === undefined || unders === undefined || overs === undefined) {
    return over;
  }
  if (isRecord(under) && isRecord(over)) {
    return {
      ...under,
      ...Object.fromEntries(
        Object.entries(over).map(([name, value]) => [
          name,
          merge(under[name], value, isCustom, name),
        ]),
      ),
    };
  }
  const below = new Map(unders.map(each => [each.element, each.value]));
  const above = new Set(overs.map(({ element }) => element));
  const merged: Json[] = [];
  const rest = [...unders];
  // What is only below keeps its place before what is in both.
  const takeOwn = () => {
    while (rest.length > 0 && !above.has(rest[0].element)) {
      merged.push(rest.shift()!.value);
    }
  };
  for (const { element, value } of overs) {
    if (below.has(element)) {
      takeOwn();
      rest.shift();
    }
    merged.push(merge(below.get(element), value, isCustom));
  }
  takeOwn();
  return [
    ...merged,
    ...rest.filter(each => !above.has(each.element)).map(each => each.value),
  ];
}

/** A value without some of its fields; a map that is left without any goes with them. */
export function prune(
  value: Json,
  fields: FieldNode,
  isCustom: boolean,
  field = '',
): Json {
  const members = membersOf(value, field, isCustom);
  if (members === undefined || fields.children.size === 0) {
    return value;
  }
  const kept = members.flatMap(member => {
    const node = fields.children.get(member.element);
    if (node === undefined || node.isEmpty) {
      return [member];
    }
    const isWhole =
      node.isMember &&
      (node.children.size === 0 || !member.element.startsWith('f:'));
    const rest = isWhole
      ? undefined
      : prune(member.value, node, isCustom, member.field);
    const isEmptied =
      isRecord(rest) && Object.keys(rest).length === 0 && node.isMember;
    return rest === undefined || isEmptied ? [] : [{ ...member, value: rest }];
  });
  if (!isRecord(value)) {
    return kept.map(each => each.value);
  }
  return Object.fromEntries(
    kept.map(({ field: name, value: inner }) => [name, inner]),
  );
}

/**
 * A JSON merge patch laid over a value (RFC 7396): null removes.
 */
export function mergePatch(target: Json, patch: Json): Json {
  if (!isRecord(patch)) {
    return patch;
  }
  const merged: JsonRecord = isRecord(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[name];
    } else {
      merged[name] = mergePatch(merged[name], value);
    }
  }
  return merged;
}
