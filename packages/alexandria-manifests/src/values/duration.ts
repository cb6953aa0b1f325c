/** Whole numbers: of seconds, 2us and 2000ns would not be the same. */
const NANOSECONDS: Record<string, number> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/** Nanoseconds, the smallest unit there is, of a duration in Go's notation, such as `1h30m`. */
export function durationNanoseconds(text: string): number {
  let total = 0;
  for (const [, amount, unit] of text.matchAll(
    /([0-9]+(?:\.[0-9]+)?)(ns|us|ms|s|m|h)/g,
  )) {
    total += Math.round(Number(amount) * NANOSECONDS[unit]);
  }
  return total;
}
