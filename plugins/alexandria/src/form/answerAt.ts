/**
 * Answers while they are given: any of them may be missing.
 *
 * @public
 */
export type Draft = Record<string, unknown>;

function parse(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
    index === undefined ? key : Number(index),
  );
}

/** The answer at a path such as `environments[0].host`; undefined where there is none. */
export function answerAt(draft: unknown, path: string): unknown {
  return parse(path).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    draft,
  );
}

function put(
  node: unknown,
  [key, ...rest]: (string | number)[],
  value: unknown,
): unknown {
  if (key === undefined) {
    return value;
  }
  if (typeof key === 'number') {
    const list = Array.isArray(node) ? [...node] : [];
    list[key] = put(list[key], rest, value);
    return list;
  }
  const map = { ...(node as Draft | undefined) };
  const next = put(map[key], rest, value);
  if (next === undefined) {
    delete map[key];
  } else {
    map[key] = next;
  }
  return map;
}

/** A copy with another answer at a path; undefined takes the answer away. What is not on the way stays the same object. */
export function withAnswer(draft: Draft, path: string, value: unknown): Draft {
  return put(draft, parse(path), value) as Draft;
}

/** A path without its list positions: `environments.host` of `environments[0].host`. */
export function withoutPositions(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}
