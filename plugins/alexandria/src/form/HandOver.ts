/**
 * Hands the latest of many values on once the screen shows what they changed, so that taking them over delays no
 * keystroke.
 */
export class HandOver<T> {
  readonly #take: (value: T) => void;
  #waiting: { value: T } | undefined;
  #cancel: (() => void) | undefined;

  constructor(take: (value: T) => void) {
    this.#take = take;
  }

  /** Whether a value has not been handed on yet. */
  get isWaiting(): boolean {
    return this.#waiting !== undefined;
  }

  /** Hands a value on after the next frame, in place of one that still waits. */
  later(value: T) {
    this.#waiting = { value };
    this.#cancel ??= afterPaint(() => this.flush());
  }

  /** Hands a value on at once, in place of one that still waits. */
  now(value: T) {
    this.#waiting = { value };
    this.flush();
  }

  /** Hands on what waits. */
  flush() {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#cancel?.();
    this.#cancel = undefined;
    if (waiting) {
      this.#take(waiting.value);
    }
  }
}

/** @returns what calls it off */
function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame's callbacks run before it is painted, a task that they start after it.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
