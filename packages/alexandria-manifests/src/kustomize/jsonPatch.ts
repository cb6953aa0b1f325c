/** A step of a JSON patch, RFC 6902. */
export type Operation =
  | { op: 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string };

type Map = Record<string, unknown>;

const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two trees say the same, whatever the order of their keys. */
export const same = (a: unknown, b: unknown): boolean => {
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]))
    );
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  return a === b;
};

/** RFC 6901, section 3. */
const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

/**
 * The steps from one map to another. Maps are followed key by key; a list that differs is replaced whole, since a position
 * in it means something only as long as nothing before it changes.
 */
export function jsonPatch(from: Map, to: Map, path = ''): Operation[] {
  const removed = Object.keys(from)
    .filter(key => !Object.hasOwn(to, key))
    .map(
      (key): Operation => ({ op: 'remove', path: `${path}/${escaped(key)}` }),
    );
  const set = Object.entries(to).flatMap(([key, value]): Operation[] => {
    const at = `${path}/${escaped(key)}`;
    if (!Object.hasOwn(from, key)) {
      return [{ op: 'add', path: at, value }];
    }
    const before = from[key];
    if (isMap(before) && isMap(value)) {
      return jsonPatch(before, value, at);
    }
    return same(before, value) ? [] : [{ op: 'replace', path: at, value }];
  });
  return [...removed, ...set];
}
