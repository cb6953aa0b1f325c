import { ChildProcess, fork } from 'child_process';

/** What a process answers to, by name; an argument and an answer are JSON. */
export type Handlers = Record<string, (argument: never) => unknown>;

interface Question {
  id: number;
  name: string;
  argument: unknown;
}

type Answer = { id: number } & ({ value: unknown } | { error: string });

/** Answers in a process that a {@link Child} started; it ends when that process does. */
export function answer(handlers: Handlers): void {
  process.on('message', async ({ id, name, argument }: Question) => {
    try {
      const value = await handlers[name](argument as never);
      process.send!({ id, value } satisfies Answer);
    } catch (error) {
      process.send!({ id, error: String(error) } satisfies Answer);
    }
  });
  process.on('disconnect', () => process.exit());
}

/** A process of its own, which runs a TypeScript module that calls {@link answer}. */
export class Child<H extends Handlers> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;
  /** All that it has printed, on whichever stream. */
  output = '';

  /** @param options - `flags` are Node's; `logLevel` is what a backend in it logs at least */
  constructor(file: string, options: { flags?: string[]; logLevel: string }) {
    const { flags = [], logLevel } = options;
    this.#process = fork(file, {
      execArgv: [
        ...['--expose-gc', '--require'],
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ...flags,
      ],
      // What jest needs is none of its business.
      env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: logLevel },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const collect = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    this.#process.stdout!.on('data', collect);
    this.#process.stderr!.on('data', collect);
    this.#process.on('message', (said: Answer) => {
      this.#waiting.get(said.id)?.(said);
      this.#waiting.delete(said.id);
    });
    this.#process.on('exit', (code, signal) => {
      for (const [id, tell] of this.#waiting) {
        const how = `${file} ended with ${code ?? signal}`;
        tell({ id, error: `${how}\n${this.output.slice(-2_000)}` });
      }
    });
  }

  async ask<K extends keyof H & string>(
    name: K,
    ...[argument]: Parameters<H[K]>
  ): Promise<Awaited<ReturnType<H[K]>>> {
    this.#asked += 1;
    const id = this.#asked;
    const said = await new Promise<Answer>(resolve => {
      this.#waiting.set(id, resolve);
      this.#process.send({ id, name, argument } satisfies Question);
    });
    if ('error' in said) {
      throw new Error(said.error);
    }
    return said.value as Awaited<ReturnType<H[K]>>;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise(resolve => this.#process.once('exit', resolve));
      this.#process.kill('SIGKILL');
      await ended;
    }
  }
}
