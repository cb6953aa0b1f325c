import { createHmac } from 'node:crypto';
import type { Clock } from '../watch/Clock';

/**
 * How long a channel keeps its name, in milliseconds. Who may not read a status any more can go on listening for at most
 * twice as long.
 */
const RENAME_MS = 15 * 60_000;

/**
 * The names of the channels that hints are published on. Signals lets anybody subscribe to any channel, without signing
 * in, so a name has to be one that nobody can guess and that does not say whose it is.
 */
export class HintChannels {
  readonly #key: Buffer;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(key: Buffer, clock: Pick<Clock, 'now'>) {
    this.#key = key;
    this.#clock = clock;
  }

  /** The channel of an entity at this time. */
  of(entityRef: string): string {
    return this.#name(entityRef, this.#period());
  }

  /** All channels on which somebody may listen: who asked a while ago knows the name that it had then. */
  heard(entityRef: string): string[] {
    const period = this.#period();
    return [period, period - 1].map(each => this.#name(entityRef, each));
  }

  #period(): number {
    return Math.floor(this.#clock.now() / RENAME_MS);
  }

  #name(entityRef: string, period: number): string {
    const digest = createHmac('sha256', this.#key)
      .update(`${period} ${entityRef}`)
      .digest('base64url');
    return `alexandria:${digest}`;
  }
}
