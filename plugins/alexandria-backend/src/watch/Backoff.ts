import type { FailureKind, WatchFailure } from './WatchFailure';

/** client-go's reflector begins with this, in milliseconds, and doubles it. */
const FIRST_MS = 800;

/** The most, in milliseconds. A server that is back is found within seconds; one that answers is left alone longer. */
const MOST_MS = { unreachable: 5_000, other: 30_000 };

/** The most that a server is obeyed, in milliseconds, when it asks to be left alone. */
const MOST_RETRY_AFTER_MS = 120_000;

/** How often a wait may have doubled already when something else begins to go wrong: it is news, as of a server that starts. */
const DOUBLED_BEFORE_NEWS = 2;

/** How long to wait after each failure of a row, so that neither one server nor all of a portal's watches are hurried. */
export class Backoff {
  readonly #random: () => number;
  #doubled = 0;
  #last: FailureKind | undefined;
  readonly #seen = new Set<FailureKind>();

  /** @param random - a number from 0 up to 1, as Math.random gives */
  constructor(random: () => number) {
    this.#random = random;
  }

  succeeded() {
    this.#doubled = 0;
    this.#last = undefined;
    this.#seen.clear();
  }

  /** Counts a failure. @returns how long to wait, in milliseconds */
  failed({ kind, retryAfterMs = 0 }: WatchFailure): number {
    const isFirst = !this.#seen.has(kind);
    this.#seen.add(kind);
    // These two say what to do: to list again, and to bring other credentials.
    if (isFirst && (kind === 'expired' || kind === 'unauthorized')) {
      return 0;
    }
    if (kind !== this.#last) {
      this.#doubled = Math.min(this.#doubled, DOUBLED_BEFORE_NEWS);
      this.#last = kind;
    }
    const most = kind === 'unreachable' ? MOST_MS.unreachable : MOST_MS.other;
    const exponential = Math.min(FIRST_MS * 2 ** this.#doubled, most);
    this.#doubled += 1;
    // Half of it by chance: what failed together does not come back together.
    const wait = exponential * (0.5 + this.#random() / 2);
    const asked = Math.min(retryAfterMs, MOST_RETRY_AFTER_MS);
    return asked > wait ? asked * (1 + this.#random() / 10) : wait;
  }
}
