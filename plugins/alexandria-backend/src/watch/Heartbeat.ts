import { Backoff } from './Backoff';
import type { Clock } from './Clock';
import { succeeded } from './readList';
import type { Transport } from './Transport';
import { toWatchFailure, type WatchFailure } from './WatchFailure';
import { withDeadline } from './withDeadline';

/** How often a server is asked whether it is there, in milliseconds. */
const INTERVAL_MS = 10_000;

/** How long it may take to answer, in milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Asks a server again and again whether it is there. An open watch does not tell: one on which nothing happens looks like
 * one whose server has stopped.
 */
export class Heartbeat {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onChange: (failure: WatchFailure | undefined) => void;
  #isGone = false;

  /** @param options - `onChange` is told why when the server goes, and undefined when it comes back */
  constructor(options: {
    transport: Transport;
    clock: Clock;
    random: () => number;
    onChange: (failure: WatchFailure | undefined) => void;
  }) {
    this.#transport = options.transport;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#onChange = options.onChange;
  }

  /** Goes on until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff(this.#random);
    while (!signal.aborted) {
      let wait = INTERVAL_MS * (0.9 + this.#random() / 5);
      try {
        await this.#ask(signal);
        backoff.succeeded();
        this.#become(undefined);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const failure = toWatchFailure(error);
        wait = Math.min(wait, backoff.failed(failure));
        // Any answer shows that the server is there; what it answers is told by the watches.
        this.#become(failure.kind === 'unreachable' ? failure : undefined);
      }
      await this.#clock.sleep(wait, signal).catch(() => undefined);
    }
  }

  async #ask(signal: AbortSignal) {
    await withDeadline(
      {
        clock: this.#clock,
        ms: PATIENCE_MS,
        signal,
        what: 'has not answered',
      },
      async inTime => {
        const { body } = await succeeded(
          // Open to whoever is authenticated.
          await this.#transport.get('/version', {}, inTime),
        );
        let read = 0;
        for await (const chunk of body) {
          read += chunk.length;
        }
        return read;
      },
    );
  }

  #become(failure: WatchFailure | undefined) {
    const isGone = failure !== undefined;
    if (isGone !== this.#isGone) {
      this.#isGone = isGone;
      this.#onChange(failure);
    }
  }
}
