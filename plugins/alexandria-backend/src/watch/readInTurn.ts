import { Backoff } from './Backoff';
import type { Clock } from './Clock';
import type { WatchFailure } from './WatchFailure';

/** How often it is looked whether something is due, in milliseconds. */
export const TICK_MS = 5_000;

/**
 * Reads what is due, what has waited longest first, again and again until the signal is aborted; resolves then. When something
 * keeps it from going on it waits, longer each time.
 *
 * @param options - `due` gives all there is to read, with when each is due in milliseconds since the epoch; `atOnce` is the number of
 * requests at one time; `read` resolves with what is wrong when the others would fare no better; `onRound` is told of that
 * once all that was due has been read, or not
 */
export async function readInTurn<T extends { due: number }>(
  options: {
    clock: Clock;
    random: () => number;
    atOnce: number;
    due(): Iterable<T>;
    read(entry: T, signal: AbortSignal): Promise<WatchFailure | undefined>;
    onRound?(trouble: WatchFailure | undefined): void;
  },
  signal: AbortSignal,
): Promise<void> {
  const { clock, random, atOnce, read, onRound } = options;
  const backoff = new Backoff(random);

  async function readDue(): Promise<WatchFailure | undefined> {
    const now = clock.now();
    const due = [...options.due()]
      .filter(entry => entry.due <= now)
      .sort((a, b) => a.due - b.due);
    let trouble: WatchFailure | undefined;
    const work = async () => {
      for (
        let entry = due.shift();
        entry && !trouble && !signal.aborted;
        entry = due.shift()
      ) {
        trouble = (await read(entry, signal)) ?? trouble;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return signal.aborted ? undefined : trouble;
  }

  while (!signal.aborted) {
    const trouble = await readDue();
    let wait = TICK_MS;
    if (trouble) {
      wait = Math.max(wait, backoff.failed(trouble));
    } else {
      backoff.succeeded();
    }
    onRound?.(trouble);
    await clock
      .sleep(wait * (0.9 + random() / 5), signal)
      .catch(() => undefined);
  }
}
