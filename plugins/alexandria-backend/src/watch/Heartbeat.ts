import { Backoff } from './Backoff';
import type { Clock } from './Clock';
import { clockOffset } from './clockOffset';
import { succeeded } from './readList';
import type { Transport } from './Transport';
import {
  toWatchFailure,
  type FailureKind,
  type WatchFailure,
} from './WatchFailure';
import { withDeadline } from './withDeadline';

/** How often a server is asked whether it is there, in milliseconds. */
const INTERVAL_MS = 10_000;

/** The most that is waited after it has not answered well, in milliseconds: one that comes back is to be found soon. */
const RETRY_MS = 5_000;

/** How long it may take to answer, in milliseconds. */
const PATIENCE_MS = 5_000;

/** How often it may fail to say that it is there: what stands before it answers for it now and then. */
const ERRORS = 2;

/** An API server that answers so is there; anything else may be said by what stands before it. */
const ITS_OWN: readonly FailureKind[] = [
  'unauthorized',
  'forbidden',
  'rateLimited',
];

export interface HeartbeatOptions {
  transport: Transport;
  clock: Clock;
  random: () => number;
  /** Is told why when the server goes. */
  onGone(failure: WatchFailure): void;
  /** Is told when the server has answered for the first time, is back, or is well after it answered with errors. */
  onBack(): void;
}

/**
 * Asks a server again and again whether it is there. An open watch does not tell: one on which nothing happens looks like
 * one whose server has stopped.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #backoff: Backoff;
  #failure: WatchFailure | undefined;
  #errors = 0;
  #heardAt: number | undefined;
  #offset = 0;
  #waiting = new AbortController();

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  /** Why the server is gone; undefined while it is there. */
  get failure(): WatchFailure | undefined {
    return this.#failure;
  }

  /**
   * When the server was asked what it has answered last, in milliseconds since the epoch; undefined before it has answered.
   * Whatever had changed by then has arrived on the watches since.
   */
  get heardAt(): number | undefined {
    return this.#heardAt;
  }

  /** By how much the server's clock is ahead of ours, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** Asks at once: something has shown that the server is there. */
  hasten() {
    this.#waiting.abort(new Error('hastened'));
  }

  /** Goes on until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    while (!signal.aborted) {
      let wait = INTERVAL_MS * (0.9 + random() / 5);
      const askedAt = clock.now();
      this.#waiting = new AbortController();
      try {
        await this.#ask(signal);
        this.#hear(askedAt, true);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const failure = toWatchFailure(error);
        wait = Math.min(RETRY_MS, this.#backoff.failed(failure));
        if (ITS_OWN.includes(failure.kind)) {
          this.#hear(askedAt, false);
        } else {
          this.#miss(failure);
        }
      }
      const either = AbortSignal.any([signal, this.#waiting.signal]);
      await clock.sleep(wait, either).catch(() => undefined);
    }
  }

  #hear(askedAt: number, isWell: boolean) {
    const wasAiling = this.#errors > 0;
    const isBack =
      this.#heardAt === undefined ||
      this.#failure !== undefined ||
      (isWell && wasAiling);
    this.#failure = undefined;
    this.#heardAt = askedAt;
    this.#errors = isWell ? 0 : this.#errors + 1;
    if (isWell) {
      this.#backoff.succeeded();
    }
    if (isBack) {
      this.#options.onBack();
    }
  }

  #miss(failure: WatchFailure) {
    this.#errors += 1;
    const isGone = failure.kind === 'unreachable' || this.#errors >= ERRORS;
    const isNews = this.#failure === undefined;
    if (isGone) {
      this.#failure = failure;
    }
    if (isGone && isNews) {
      this.#options.onGone(failure);
    }
  }

  async #ask(signal: AbortSignal) {
    const { clock, transport } = this.#options;
    const asked = clock.now();
    await withDeadline(
      { clock, ms: PATIENCE_MS, signal, what: 'has not answered' },
      async inTime => {
        const { body, headers } = await succeeded(
          // Open to whoever is authenticated.
          await transport.get('/version', {}, inTime),
        );
        this.#offset =
          clockOffset(headers.date?.toString(), asked, clock.now()) ??
          this.#offset;
        let read = 0;
        for await (const chunk of body) {
          read += chunk.length;
        }
        return read;
      },
    );
  }
}
