/** Milliseconds: the middle one, and those that 95 and 99 of 100 stay under. */
export interface Measured {
  median: number;
  p95: number;
  p99: number;
}

/** Of times in milliseconds. */
export function summarize(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Times something again and again, after some runs that do not count. */
export async function measure(
  run: () => unknown,
  { runs, warmUp }: { runs: number; warmUp: number },
): Promise<Measured> {
  const times: number[] = [];
  for (let i = -warmUp; i < runs; i++) {
    const start = performance.now();
    await run();
    if (i >= 0) {
      times.push(performance.now() - start);
    }
  }
  return summarize(times);
}

/** `1.2 ms (p95 3.4)`. */
export function ms({ median, p95 }: Measured): string {
  return `${median.toFixed(2)} ms (p95 ${p95.toFixed(2)})`;
}

/** How many times as long the other takes, by the median. */
export function timesAsLong(ours: Measured, other: Measured): string {
  return `${(other.median / ours.median).toFixed(1)}×`;
}
