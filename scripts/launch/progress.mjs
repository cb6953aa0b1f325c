import process from 'node:process';

const heartbeatMs = 30_000;

/** Something that went wrong and that its message explains: shown without a stack. */
export class LaunchError extends Error {}

/** `0.4 s`, `12 s`, `6 min 5 s`. */
export function duration(ms) {
  if (ms < 9_950) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A line for the person at the terminal. Standard output belongs to the command. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says why the launcher gives up. */
export function fail(error) {
  say(error instanceof LaunchError ? error.message : error.stack);
}

/**
 * Says what takes long: at the start, every 30 seconds, and at the end with the time that it took.
 *
 * @param what a verb and its object, for example `Installing dependencies`
 * @param work gets nothing and returns a promise; what it resolves to is returned
 * @param verdict words for the last line, from what `work` resolved to
 */
export async function step(what, work, verdict = () => 'done') {
  const started = Date.now();
  const gone = () => duration(Date.now() - started);
  say(`${what}…`);
  const timer = setInterval(
    () => say(`${what}: ${gone()} so far`),
    heartbeatMs,
  );
  try {
    const result = await work();
    say(`${what}: ${verdict(result)} in ${gone()}`);
    return result;
  } catch (error) {
    say(`${what}: failed after ${gone()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
