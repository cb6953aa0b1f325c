/** How often something is asked when nothing tells that it changed, in milliseconds. */
export const POLL_MS = 10_000;

/** How often it is asked though something would tell: a hint can be lost. */
export const HINTED_POLL_MS = 30_000;

/** The longest pause after failures. */
const MAX_PAUSE_MS = 60_000;

/** What is known of a question that is asked again and again. */
export interface Live<T> {
  /** The last answer, kept while later questions fail. */
  readonly answer?: T;
  /** When it came, by the clock of the browser; milliseconds. */
  readonly answeredAt?: number;
  /** Why the last question failed; absent when it was answered. */
  readonly error?: Error;
}

/**
 * Asks the same question again and again while somebody looks at the page.
 *
 * One request at a time: a hint that comes while one is under way has the question asked once more after it. A hidden page
 * asks nothing, and asks at once when it is shown again or when the network is back. Failures are followed by pauses that
 * grow to a minute. An answer that says the same as the one before is the same object.
 */
export class LiveQuestion<T> {
  readonly #ask: (signal: AbortSignal) => Promise<T>;
  readonly #listeners = new Set<() => void>();
  #interval: number;
  #known: Live<T> = {};
  #answerText = '';
  #failures = 0;
  #isDue = false;
  #request: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (signal: AbortSignal) => Promise<T>, interval = POLL_MS) {
    this.#ask = ask;
    this.#interval = interval;
  }

  get known(): Live<T> {
    return this.#known;
  }

  /** Begins with the first listener and ends with the last. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      document.addEventListener('visibilitychange', this.askSoon);
      window.addEventListener('online', this.askSoon);
      this.askSoon();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        document.removeEventListener('visibilitychange', this.askSoon);
        window.removeEventListener('online', this.askSoon);
        clearTimeout(this.#timer);
        this.#request?.abort();
        this.#request = undefined;
      }
    };
  };

  /** How often it is asked from the next answer on, in milliseconds. */
  setInterval(interval: number) {
    this.#interval = interval;
  }

  /** Asks now, or after the request that is under way, or when the page is shown. */
  askSoon = () => {
    if (this.#listeners.size === 0) {
      return;
    }
    clearTimeout(this.#timer);
    if (document.hidden) {
      return;
    }
    if (this.#request) {
      this.#isDue = true;
      return;
    }
    this.#run();
  };

  async #run() {
    const request = new AbortController();
    this.#request = request;
    this.#isDue = false;
    let next: Live<T>;
    try {
      const answer = await this.#ask(request.signal);
      next = { answer: this.#sameAsBefore(answer), answeredAt: Date.now() };
      this.#failures = 0;
    } catch (error) {
      next = {
        ...this.#known,
        error: error instanceof Error ? error : new Error(String(error)),
      };
      this.#failures += 1;
    }
    if (request.signal.aborted) {
      return;
    }
    this.#request = undefined;
    this.#known = next;
    this.#listeners.forEach(listener => listener());
    if (this.#isDue) {
      this.askSoon();
    } else if (!document.hidden && this.#listeners.size > 0) {
      this.#timer = setTimeout(this.askSoon, this.#pause());
    }
  }

  #pause(): number {
    return this.#failures === 0
      ? this.#interval
      : Math.min(POLL_MS * 2 ** (this.#failures - 1), MAX_PAUSE_MS);
  }

  /** What has not changed keeps its identity, so that nothing is drawn again for it. */
  #sameAsBefore(answer: T): T {
    const text = JSON.stringify(answer);
    const { answer: before } = this.#known;
    if (before !== undefined && text === this.#answerText) {
      return before;
    }
    this.#answerText = text;
    return answer;
  }
}
