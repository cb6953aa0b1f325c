import type { VerdictInShort } from '../fleet/verdictInShort';
import type { Clock } from '../watch/Clock';

/** After how long what was said is old, in milliseconds, though nothing changed: rules look at the clock too. */
const OLD_MS = 60_000;

/**
 * For how long it is good, in milliseconds. Rounds say anew what is old; were they not to come by in this time, it would be worked out for
 * whoever asks.
 */
const GOOD_MS = 300_000;

interface Said {
  at: number;
  /** What was expected then. */
  expected: readonly object[];
  verdicts: readonly VerdictInShort[];
}

/** What has been said in short of all namespaces of a cluster, so that nobody who asks for all waits for that. */
export class SaidInShort {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #said = new Map<string, Said>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  #good(namespace: string, expected: readonly object[]): Said | undefined {
    const said = this.#said.get(namespace);
    const isGood =
      said !== undefined &&
      this.#clock.now() - said.at < GOOD_MS &&
      said.expected.length === expected.length &&
      said.expected.every((each, index) => each === expected[index]);
    return isGood ? said : undefined;
  }

  /**
   * @param expected - what repositories ask for there now: of something else something else would be said
   * @returns undefined where it is not good any more, or nothing was said
   */
  of(
    namespace: string,
    expected: readonly object[],
  ): readonly VerdictInShort[] | undefined {
    return this.#good(namespace, expected)?.verdicts;
  }

  /** Whether it is old, or nothing is said that is good. */
  isDue(namespace: string, expected: readonly object[]): boolean {
    const said = this.#good(namespace, expected);
    return !said || this.#clock.now() - said.at >= OLD_MS;
  }

  keep(
    namespace: string,
    expected: readonly object[],
    verdicts: readonly VerdictInShort[],
  ) {
    this.#said.set(namespace, { at: this.#clock.now(), expected, verdicts });
  }

  /** Something changed in a namespace. */
  forget(namespace: string) {
    this.#said.delete(namespace);
  }

  /** Anything may have changed. */
  forgetAll() {
    this.#said.clear();
  }
}
