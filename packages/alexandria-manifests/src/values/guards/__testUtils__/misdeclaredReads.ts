import { formatPath, Segment } from '../../path';
import { Release, Values } from '../../valuesSchema';
import { Guard } from '../Guard';

interface Case {
  values: Values;
  release: Release;
}

/** The tree itself, which notes the path of every value, list and key that is looked at. */
function watched<T extends object>(
  node: T,
  segments: Segment[],
  seen: Set<string>,
): T {
  return new Proxy(node, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || typeof value === 'function') {
        return value;
      }
      if (Array.isArray(target) && key === 'length') {
        seen.add(formatPath(segments));
        return value;
      }
      const path = [...segments, Array.isArray(target) ? Number(key) : key];
      if (typeof value === 'object' && value !== null) {
        return watched(value, path, seen);
      }
      seen.add(formatPath(path));
      return value;
    },
    has(target, key) {
      seen.add(formatPath([...segments, String(key)]));
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      seen.add(formatPath([...segments, String(key)]));
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      seen.add(formatPath(segments));
      return Reflect.ownKeys(target);
    },
  });
}

const isWithin = (path: string, section: string) =>
  path === section ||
  path.startsWith(`${section}.`) ||
  path.startsWith(`${section}[`);

/**
 * Where a guard looks at what it does not declare, and what it declares and never looks at, over some values; a line each.
 * A release is never wrong, and not declared. A guard that declares nothing looks at every value, or at the release alone.
 */
export function misdeclaredReads(
  guards: readonly Guard[],
  cases: readonly Case[],
): string[] {
  return guards.flatMap(({ id, reads, check }) => {
    const seen = new Set<string>();
    for (const { values, release } of cases) {
      check(watched(values, [], seen), release);
    }
    const looksAt = (section: string) =>
      [...seen].some(path => isWithin(path, section));
    if (reads.length === 0) {
      const whole = Object.keys(cases[0].values).every(looksAt);
      return whole || seen.size === 0 ? [] : [`${id} declares nothing`];
    }
    return [
      ...[...seen]
        .filter(path => !reads.some(read => isWithin(path, read)))
        .map(path => `${id} looks at ${path}`),
      ...reads
        .filter(read => !looksAt(read))
        .map(read => `${id} never looks at ${read}`),
    ];
  });
}
