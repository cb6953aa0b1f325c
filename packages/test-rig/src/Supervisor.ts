import { ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { packageFile } from './packageFile';

interface EndedProcess {
  name: string;
  reason: string;
}

/** Lets this process end although the stream is open. */
function unref(stream: Readable | Writable) {
  if (stream instanceof Socket) {
    stream.unref();
  }
}

/**
 * A folder of temporary files and the processes that work in it; both are gone after `stop`, and also when this process
 * ends without calling it, however it ends.
 */
export class Supervisor {
  /** Removed at the end; readable by this user only. */
  readonly folder: string;
  private readonly ended: EndedProcess[] = [];
  /** By name: whom to tell that a process ended which was asked to. */
  private readonly asked = new Map<string, () => void>();
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;

  private constructor(folder: string) {
    this.folder = folder;
    this.child = spawn(
      process.execPath,
      [packageFile('src', 'supervise.mjs'), folder],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        // Its own process group: a signal to the group of the tests does not reach it.
        detached: true,
        env: { ...process.env, NODE_OPTIONS: undefined },
      },
    );
    createInterface({ input: this.child.stdout }).on('line', line => {
      const ended: EndedProcess = JSON.parse(line);
      const tell = this.asked.get(ended.name);
      if (tell) {
        this.asked.delete(ended.name);
        tell();
      } else {
        this.ended.push(ended);
      }
    });
    // A test that forgets `stop` still ends.
    this.child.unref();
    unref(this.child.stdin);
    unref(this.child.stdout);
  }

  static async start(): Promise<Supervisor> {
    return new Supervisor(await mkdtemp(join(tmpdir(), 'alexandria-rig-')));
  }

  /** Starts a process whose output goes to `<name>.log` in the folder. */
  run(name: string, command: string, args: string[]): void {
    const log = this.logOf(name);
    this.order({ name, command, args, log });
  }

  /** Sends a signal to the process that was last started under a name. */
  signal(name: string, signal: NodeJS.Signals): void {
    this.order({ name, signal });
  }

  /** Ends a process at once, which is no failure; resolves when it has ended, so that it can be run anew. */
  async kill(name: string): Promise<void> {
    const ended = new Promise<void>(resolve => this.asked.set(name, resolve));
    this.signal(name, 'SIGKILL');
    await ended;
  }

  /** The processes that ended by themselves. */
  failures(): EndedProcess[] {
    return this.ended;
  }

  /** The end of what a process has written. */
  async tail(name: string, lines = 20): Promise<string> {
    const text = await readFile(this.logOf(name), 'utf8').catch(() => '');
    return text.trimEnd().split('\n').slice(-lines).join('\n');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    this.child.ref();
    const exited = once(this.child, 'exit');
    this.child.stdin.end();
    await exited;
  }

  private order(order: object) {
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
  }

  private logOf(name: string) {
    return join(this.folder, `${name}.log`);
  }
}
