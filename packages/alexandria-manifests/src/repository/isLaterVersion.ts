/** Whether one semantic version comes after another, by its three numbers. What is no such version comes before all. */
export function isLaterVersion(one: string, other: string): boolean {
  const numbers = (version: string) =>
    /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [-1, 0, 0];
  const [a, b] = [numbers(one), numbers(other)];
  const differing = a.findIndex((number, index) => number !== b[index]);
  return differing >= 0 && a[differing] > b[differing];
}
