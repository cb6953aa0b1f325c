/**
 * Any JSON. Nothing is taken for granted of what a cluster, a file or a projection holds.
 *
 * @public
 */
export type Json = unknown;

export const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where anything on the way is absent or no map. */
export function valueAt(value: Json, ...path: string[]): Json {
  let at = value;
  for (const key of path) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) {
      return undefined;
    }
    at = at[key];
  }
  return at;
}

/** The text at a path; empty when there is none. */
export function textAt(value: Json, ...path: string[]): string {
  const text = valueAt(value, ...path);
  return typeof text === 'string' ? text : '';
}

/** The whole number at a path, as counts and exit codes are; undefined when there is none. */
export function integerAt(value: Json, ...path: string[]): number | undefined {
  const number = valueAt(value, ...path);
  return typeof number === 'number' && Number.isSafeInteger(number)
    ? number
    : undefined;
}

/** The list at a path; empty when there is none. */
export function listAt(value: Json, ...path: string[]): readonly Json[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** The maps of the list at a path. */
export function recordsAt(
  value: Json,
  ...path: string[]
): Record<string, Json>[] {
  return listAt(value, ...path).filter(isRecord);
}

const isTexts = (map: Record<string, Json>): map is Record<string, string> =>
  Object.values(map).every(value => typeof value === 'string');

/** The entries of the map at a path whose values are text, such as labels. */
export function textsAt(
  value: Json,
  ...path: string[]
): Record<string, string> {
  const map = valueAt(value, ...path);
  if (!isRecord(map)) {
    return {};
  }
  // A copy for each object of a cluster would be most of what an evaluation leaves behind.
  return isTexts(map)
    ? map
    : Object.fromEntries(
        Object.entries(map).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      );
}

/** The moment at a path, in milliseconds since the epoch; undefined when there is none. */
export function timeAt(value: Json, ...path: string[]): number | undefined {
  const time = Date.parse(textAt(value, ...path));
  return Number.isNaN(time) ? undefined : time;
}

/** A moment as RFC 3339; undefined for one that no calendar has. */
export function timestamp(time: number | undefined): string | undefined {
  return time === undefined || Math.abs(time) > 8.64e15
    ? undefined
    : new Date(time).toISOString();
}
