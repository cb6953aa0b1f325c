/**
 * Which parts of a value are kept: `true` all of it; a map the parts under its keys, of each entry where the value is a
 * list. Entries of lists that keep nothing are dropped.
 */
export type Shape = true | { readonly [key: string]: Shape };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The parts of a value that a shape keeps; undefined when it keeps none. The value stays as it is. */
export function pick(value: unknown, shape: Shape): unknown {
  if (shape === true) {
    return value ?? undefined;
  }
  if (Array.isArray(value)) {
    const entries = value
      .map(entry => pick(entry, shape))
      .filter(entry => entry !== undefined);
    return entries.length > 0 ? entries : undefined;
  }
  if (!isRecord(value)) {
    return undefined;
  }
  const kept: Record<string, unknown> = {};
  let isEmpty = true;
  for (const [key, inner] of Object.entries(shape)) {
    const part = Object.hasOwn(value, key)
      ? pick(value[key], inner)
      : undefined;
    if (part !== undefined) {
      kept[key] = part;
      isEmpty = false;
    }
  }
  return isEmpty ? undefined : kept;
}
