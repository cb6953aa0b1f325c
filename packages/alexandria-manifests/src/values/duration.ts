const SECONDS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Seconds of a duration in Go's notation, such as `1h30m`. */
export function durationSeconds(text: string): number {
  let total = 0;
  for (const [, amount, unit] of text.matchAll(
    /([0-9]+(?:\.[0-9]+)?)(ns|us|ms|s|m|h)/g,
  )) {
    total += Number(amount) * SECONDS[unit];
  }
  return total;
}
