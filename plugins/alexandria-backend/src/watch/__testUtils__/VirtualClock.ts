import type { Clock } from '../Clock';

interface Sleeper {
  at: number;
  order: number;
  wake(): void;
}

/** Time that passes only when a test says so, and then in the order in which it would. */
export class VirtualClock implements Clock {
  #now = Date.UTC(2026, 0, 1);
  #order = 0;
  readonly #sleepers = new Set<Sleeper>();

  now = () => this.#now;

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const sleeper: Sleeper = {
        at: this.#now + ms,
        order: this.#order++,
        wake: resolve,
      };
      this.#sleepers.add(sleeper);
      signal.addEventListener(
        'abort',
        () => {
          this.#sleepers.delete(sleeper);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }

  /** Takes no time. */
  async turn() {}

  /** Lets everything happen that happens without time passing. */
  async settle() {
    for (let i = 0; i < 3; i++) {
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** Lets time pass, in milliseconds. */
  async advance(ms: number) {
    const until = this.#now + ms;
    for (;;) {
      await this.settle();
      const [next] = [...this.#sleepers].sort(
        (a, b) => a.at - b.at || a.order - b.order,
      );
      if (!next || next.at > until) {
        this.#now = until;
        return;
      }
      this.#now = Math.max(this.#now, next.at);
      this.#sleepers.delete(next);
      next.wake();
    }
  }
}
