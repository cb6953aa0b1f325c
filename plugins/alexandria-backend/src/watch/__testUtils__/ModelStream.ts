const encoder = new TextEncoder();

/** The body of an open watch. */
export class ModelStream {
  readonly #lines: Uint8Array[] = [];
  #wake: () => void = () => {};
  #failure: Error | undefined;
  #ended = false;
  /** Nothing arrives any more, and nobody is told. */
  frozen = false;

  send(text: string) {
    this.#lines.push(encoder.encode(text));
    this.#wake();
  }

  end() {
    this.#ended = true;
    this.#wake();
  }

  reset() {
    this.#failure = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    this.#wake();
  }

  async *body(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    for (;;) {
      signal.throwIfAborted();
      const line = this.#lines.shift();
      if (line) {
        yield line;
      } else if (this.#failure) {
        throw this.#failure;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    }
  }
}
