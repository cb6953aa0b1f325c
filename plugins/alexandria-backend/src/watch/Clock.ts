import { setTimeout as sleep } from 'node:timers/promises';

/** Time, so that tests can have their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits, in milliseconds. Rejects with the signal's reason when that comes first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /**
   * Waits until it is one's turn to do something that takes milliseconds. Whoever asks for one waits for whoever asked
   * before, and between any two turns everything else gets on.
   */
  turn(): Promise<void>;
}

const queue: Array<() => void> = [];

function giveTurn() {
  queue.shift()!();
  if (queue.length > 0) {
    setImmediate(giveTurn);
  }
}

/** The machine's time. What waits does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await sleep(ms, undefined, { signal, ref: false });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  },
  turn: () =>
    new Promise(resolve => {
      queue.push(resolve);
      if (queue.length === 1) {
        setImmediate(giveTurn);
      }
    }),
};
