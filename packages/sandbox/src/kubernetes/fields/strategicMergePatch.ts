import { isRecord, type Json, type JsonRecord } from '../objects/json';
import { badRequest } from '../objects/ApiError';
import { isSet, itemKey, keysOf } from './listTypes';

const DIRECTIVE = '$patch';
const ORDER = '$setElementOrder/';
const DELETE = '$deleteFromPrimitiveList/';
const RETAIN = '$retainKeys';

/** A strategic merge patch tells items apart by one field, where server-side apply may look at two. */
const patchKeys = (field: string, items: readonly Json[]) =>
  keysOf(field, items)?.slice(0, 1);

function patchList(target: Json, patch: JsonRecord[], field: string): Json {
  if (patch.some(item => item[DIRECTIVE] === 'replace')) {
    return patch.filter(item => item[DIRECTIVE] !== 'replace');
  }
  const items = Array.isArray(target) ? target.filter(isRecord) : [];
  const keys = patchKeys(field, patch.length > 0 ? patch : items);
  if (keys === undefined) {
    return patch;
  }
  const merged = new Map(items.map(item => [itemKey(item, keys), item]));
  for (const item of patch) {
    const key = itemKey(item, keys);
    if (item[DIRECTIVE] === 'delete') {
      merged.delete(key);
    } else {
      merged.set(key, patchMap(merged.get(key), item));
    }
  }
  return [...merged.values()];
}

/** Puts the items that the patch names into the order that it names them in, the others after them. */
function ordered(list: Json, order: Json, field: string): Json {
  if (!Array.isArray(list) || !Array.isArray(order)) {
    return list;
  }
  const keys = patchKeys(field, order);
  const nameOf = (item: Json) =>
    keys && isRecord(item) ? itemKey(item, keys) : JSON.stringify(item);
  const places = order.map(nameOf);
  const placeOf = (item: Json) => {
    const place = places.indexOf(nameOf(item));
    return place < 0 ? places.length : place;
  };
  return [...list].sort((a, b) => placeOf(a) - placeOf(b));
}

function patchMap(target: Json, patch: JsonRecord): JsonRecord {
  const { [DIRECTIVE]: directive, [RETAIN]: retained, ...rest } = patch;
  if (directive === 'replace') {
    return rest;
  }
  if (directive !== undefined && directive !== 'merge') {
    throw badRequest(`Unknown $patch directive: ${JSON.stringify(directive)}`);
  }
  const merged: JsonRecord = isRecord(target) ? { ...target } : {};
  if (Array.isArray(retained)) {
    Object.keys(merged)
      .filter(name => !retained.includes(name))
      .forEach(name => delete merged[name]);
  }
  const orders: [string, Json][] = [];
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith(ORDER)) {
      orders.push([name.slice(ORDER.length), value]);
    } else if (name.startsWith(DELETE) && Array.isArray(value)) {
      const field = name.slice(DELETE.length);
      const list = merged[field];
      merged[field] = Array.isArray(list)
        ? list.filter(item => !value.includes(item))
        : list;
    } else if (value === null) {
      delete merged[name];
    } else if (isRecord(value)) {
      if (value[DIRECTIVE] === 'delete') {
        delete merged[name];
      } else {
        merged[name] = patchMap(merged[name], value);
      }
    } else if (Array.isArray(value) && isSet(name)) {
      const list = merged[name];
      merged[name] = [
        ...new Set([...(Array.isArray(list) ? list : []), ...value]),
      ];
    } else if (
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(isRecord)
    ) {
      merged[name] = patchList(merged[name], value, name);
    } else {
      merged[name] = value;
    }
  }
  for (const [field, order] of orders) {
    merged[field] = ordered(merged[field], order, field);
  }
  return merged;
}

/**
 * A strategic merge patch laid over an object: what `kubectl apply` without `--server-side` sends.
 *
 * https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function strategicMergePatch(
  target: JsonRecord,
  patch: JsonRecord,
): JsonRecord {
  return patchMap(target, patch);
}
