import { isMap, type Tree } from '../../values/mergeValues';

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The part of a tree that differs from the defaults. Nulls stay: they delete a default. */
export function differences(tree: Tree, defaults: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
      const base = Object.hasOwn(defaults, key) ? defaults[key] : undefined;
      if (value === undefined || same(value, base)) {
        return [];
      }
      if (isMap(value) && isMap(base)) {
        const inner = differences(value, base);
        return Object.keys(inner).length === 0 ? [] : [[key, inner]];
      }
      return [[key, value]];
    }),
  );
}
