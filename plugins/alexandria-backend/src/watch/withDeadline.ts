import type { Clock } from './Clock';
import { WatchFailure } from './WatchFailure';

/**
 * Runs something that has to end, or to show a sign of life, within a time.
 *
 * @param run - is given a signal that it ends by, and what to call with each sign of life: the time then begins anew
 * @throws WatchFailure `unreachable` when the time is over, and otherwise whatever `run` throws
 */
export async function withDeadline<T>(
  options: { clock: Clock; ms: number; signal: AbortSignal; what: string },
  run: (signal: AbortSignal, alive: () => void) => Promise<T>,
): Promise<T> {
  const { clock, ms, signal, what } = options;
  const ended = new AbortController();
  const overdue = new AbortController();
  let last = clock.now();

  const watchdog = async () => {
    for (;;) {
      const left = last + ms - clock.now();
      if (left <= 0) {
        overdue.abort(
          new WatchFailure('unreachable', `${what} for ${ms / 1000} s`),
        );
        return;
      }
      await clock.sleep(left, ended.signal);
    }
  };
  // It ends by the signal that says that nobody waits any more.
  watchdog().catch(() => undefined);

  const either = AbortSignal.any([signal, overdue.signal]);
  let abort = () => {};
  try {
    return await Promise.race([
      run(either, () => {
        last = clock.now();
      }),
      // Not everything that is waited for heeds a signal.
      new Promise<never>((_, reject) => {
        abort = () => reject(either.reason);
        either.addEventListener('abort', abort);
        if (either.aborted) {
          abort();
        }
      }),
    ]);
  } catch (error) {
    // What a request says when it is aborted hides why it was.
    throw either.aborted ? either.reason : error;
  } finally {
    either.removeEventListener('abort', abort);
    ended.abort();
  }
}
