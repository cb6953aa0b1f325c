/** What JSON can say. */
export type Json = unknown;

/** An object of JSON. */
export type JsonRecord = { [field: string]: Json };

export const isRecord = (value: Json): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of fields; undefined where there is none. */
export function valueAt(value: Json, ...path: readonly string[]): Json {
  return path.reduce<Json>(
    (at, field) =>
      isRecord(at) && Object.hasOwn(at, field) ? at[field] : undefined,
    value,
  );
}

/** The records in the list at a path; none where there is no list. */
export function recordsAt(
  value: Json,
  ...path: readonly string[]
): JsonRecord[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The text at a path; empty where there is none. */
export function textAt(value: Json, ...path: readonly string[]): string {
  const text = valueAt(value, ...path);
  return typeof text === 'string' ? text : '';
}

/** The number at a path. */
export function numberAt(
  value: Json,
  ...path: readonly string[]
): number | undefined {
  const number = valueAt(value, ...path);
  return typeof number === 'number' ? number : undefined;
}
