const everyMs = 30_000;

/** `4 s`, `6 min 5 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Says on standard error what takes long: once at the start, then every 30 seconds with the time gone, once at the end.
 *
 * @param what - a verb and its object, for example `Building etcd 3.7.3`
 * @param expectation - shown in brackets at the start, for example `first run only, about 1 minute`
 */
export async function progress<T>(
  what: string,
  expectation: string,
  work: () => Promise<T>,
): Promise<T> {
  const started = Date.now();
  const gone = () => duration(Date.now() - started);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(`${what} (${expectation})…`);
  const timer = setInterval(() => say(`${what}: ${gone()} so far`), everyMs);
  timer.unref();
  try {
    const result = await work();
    say(`${what}: done in ${gone()}`);
    return result;
  } catch (error) {
    say(`${what}: failed after ${gone()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
