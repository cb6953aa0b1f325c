import { ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { Tool } from './Tool';

/** What the program would have written to standard output, or the error that it would have ended with. */
export type LineAnswer =
  | { ok: true; output: string }
  | { ok: false; error: string };

interface Waiting {
  resolve(answer: LineAnswer): void;
  reject(error: Error): void;
}

/** Far longer than any request takes, so that a program that hangs does not hang the tests. */
const LIMIT_MS = 60_000;
const STDERR_KEPT = 4000;

/**
 * A program of `go/` that answers requests, a line of JSON each, one after the other. It ends with `stop`, and when this
 * process ends, however it ends: its standard input is closed then.
 */
export class LineServer {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly waiting: Waiting[] = [];
  private readonly limitMs: number;
  private timer: NodeJS.Timeout | undefined;
  private stderr = '';
  private failure: Error | undefined;

  constructor(tool: Tool, options: { limitMs?: number } = {}) {
    this.limitMs = options.limitMs ?? LIMIT_MS;
    this.child = spawn(tool.path, [], {
      stdio: 'pipe',
      env: {
        ...process.env,
        // Nothing of whoever runs the tests takes part.
        KUBECONFIG: devNull,
        // Garbage is collected only when there is so much of it, which halves what a render takes.
        GOGC: 'off',
        GOMEMLIMIT: '256MiB',
      },
    });
    // Go escapes every character in a string at which readline would end a line.
    createInterface({ input: this.child.stdout }).on('line', line =>
      this.answered(JSON.parse(line)),
    );
    this.child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.stderr = (this.stderr + chunk).slice(-STDERR_KEPT);
    });
    this.child.stdin.on('error', () => {});
    this.child.on('error', error => this.fail(error));
    this.child.on('close', (code, signal) =>
      this.fail(
        new Error(
          `${tool.name} ended with ${signal ?? code}: ${this.stderr.trim()}`,
        ),
      ),
    );
  }

  /** Rejects when the program has ended or takes longer than the limit, which ends it. */
  ask(request: object): Promise<LineAnswer> {
    return new Promise((resolve, reject) => {
      if (this.failure) {
        reject(this.failure);
        return;
      }
      this.waiting.push({ resolve, reject });
      if (this.waiting.length === 1) {
        this.watch();
      }
      this.child.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    const closed = once(this.child, 'close');
    this.child.stdin.end();
    await closed;
  }

  private answered(answer: { output: string; error?: string }) {
    clearTimeout(this.timer);
    const { output, error } = answer;
    this.waiting
      .shift()
      ?.resolve(
        error === undefined ? { ok: true, output } : { ok: false, error },
      );
    if (this.waiting.length > 0) {
      this.watch();
    }
  }

  private watch() {
    this.timer = setTimeout(() => {
      this.fail(new Error(`no answer after ${this.limitMs} ms`));
      this.child.kill('SIGKILL');
    }, this.limitMs);
  }

  private fail(error: Error) {
    clearTimeout(this.timer);
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) {
      reject(this.failure);
    }
  }
}
