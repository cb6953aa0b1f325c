/** A place in a tree: keys of maps and positions in lists. */
export type Segment = string | number;

const PLAIN_KEY = /^[A-Za-z0-9_-]+$/;

/** Writes a path as `a.b[0]["c.d"]`. */
export function formatPath(segments: readonly Segment[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') {
      return `${path}[${segment}]`;
    }
    if (!PLAIN_KEY.test(segment)) {
      return `${path}[${JSON.stringify(segment)}]`;
    }
    return path === '' ? segment : `${path}.${segment}`;
  }, '');
}

/** Reads what `formatPath` writes. */
export function parsePath(path: string): Segment[] {
  const segments: Segment[] = [];
  for (const [, key, index, quoted] of path.matchAll(
    /([A-Za-z0-9_-]+)|\[([0-9]+)\]|\[("(?:[^"\\]|\\.)*")\]/g,
  )) {
    if (index !== undefined) {
      segments.push(Number(index));
    } else {
      segments.push(key ?? (JSON.parse(quoted) as string));
    }
  }
  return segments;
}

/** What a tree holds at a path; undefined when there is no such place. */
export function valueAt(tree: unknown, segments: readonly Segment[]): unknown {
  return segments.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' &&
      value !== null &&
      Object.hasOwn(value, segment)
        ? (value as Record<Segment, unknown>)[segment]
        : undefined,
    tree,
  );
}

/** Whether one path is the other or lies inside it. */
export function overlaps(one: string, other: string): boolean {
  const a = parsePath(one);
  const b = parsePath(other);
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared).every((segment, index) => segment === b[index]);
}
