/** The entries of a map in the order of their keys, as Go templates range over one. */
export function sortedEntries<T>(map: Record<string, T>): [string, T][] {
  return Object.keys(map)
    .sort()
    .map(key => [key, map[key]]);
}
