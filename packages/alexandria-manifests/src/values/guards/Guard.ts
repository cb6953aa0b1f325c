import { Release, Values } from '../valuesSchema';

/**
 * A rule over several values, which no schema of a single value can state.
 *
 * Each has a twin of the same id and the same message in `chart/templates/_guards.tpl`, where it fails the render with
 * `<path>: <message>. <remedy>`.
 */
export interface Guard {
  id: string;
  message: string;
  remedy: string;
  /** The values it reads: it says nothing about a tree in which one of them is already known to be wrong. */
  reads: string[];
  /** @returns the value paths at which the rule is broken */
  check(values: Values, release: Release): string[];
}

/** For a rule that is broken at one place or not at all. */
export function at(path: string, broken: boolean): string[] {
  return broken ? [path] : [];
}

/** The positions, after the first, at which a key comes up again. */
export function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (key === undefined) {
      return [];
    }
    if (seen.has(key)) {
      return [index];
    }
    seen.add(key);
    return [];
  });
}
