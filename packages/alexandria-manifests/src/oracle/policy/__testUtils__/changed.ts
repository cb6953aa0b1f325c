/** Where a field is: the kind of its object, and the keys on the way to it, with `/` between and `~` for a `/` in one. */
export type Place = readonly [kind: string, path: string];

interface Identified {
  kind: string;
}

function setAt(node: unknown, keys: readonly string[], value: unknown): void {
  const [key, ...rest] = keys;
  if (typeof node !== 'object' || node === null || key === undefined) {
    throw new Error(`there is nothing at ${keys.join('/')}`);
  }
  const tree = node as Record<string, unknown>;
  if (rest.length > 0) {
    setAt(tree[key], rest, value);
  } else if (value !== undefined) {
    tree[key] = value;
  } else if (Array.isArray(node)) {
    node.splice(Number(key), 1);
  } else {
    delete tree[key];
  }
}

/**
 * Objects of which the first of a kind has another value somewhere.
 *
 * @param value - undefined takes out what is there
 * @throws Error when there is no such object, or no such place in it
 */
export function changed<T extends Identified>(
  objects: readonly T[],
  [kind, path]: Place,
  value: unknown,
): T[] {
  // As text, since the renderer puts one object into several places.
  const copies = JSON.parse(JSON.stringify(objects)) as T[];
  const index = copies.findIndex(object => object.kind === kind);
  if (index < 0) {
    throw new Error(`there is no ${kind}`);
  }
  if (path === '') {
    return [
      ...copies.slice(0, index),
      ...(value === undefined ? [] : [value as T]),
      ...copies.slice(index + 1),
    ];
  }
  setAt(
    copies[index],
    path.split('/').map(key => key.replace('~', '/')),
    value,
  );
  return copies;
}
