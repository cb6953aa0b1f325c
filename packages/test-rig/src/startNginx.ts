import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Supervisor } from './Supervisor';
import { nginx } from './tools';

export interface NginxOptions {
  /**
   * Writes what the configuration serves and answers with the configuration.
   *
   * @param folder - of this server alone and readable by it; `tmp` in it is all that it may write
   */
  prepare(folder: string): Promise<string>;
  /** The port of 127.0.0.1 that the configuration listens on. */
  port: number;
  /** Milliseconds that it may take to listen. Default ten seconds. */
  timeoutMs?: number;
}

/** An nginx without privileges. */
export interface NginxServer {
  /** The folder that `prepare` was given. */
  folder: string;
  /** What `nginx -t` said of the configuration. */
  verdict: string;
  /** What it has written to standard output and standard error so far. */
  log(): Promise<string>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** Whom it runs as when the tests run as root, as in the pod. */
const USER = 1000;

const isRoot = () => process.getuid?.() === 0;

function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Waits until `done` gives something; throws once nginx has ended or the time is up. */
async function until<T>(
  done: () => Promise<T | undefined> | T | undefined,
  deadline: number,
  explain: () => Promise<string>,
): Promise<T> {
  for (;;) {
    const result = await done();
    if (result !== undefined) {
      return result;
    }
    if (Date.now() > deadline) {
      throw new Error(await explain());
    }
    await sleep(20);
  }
}

/**
 * Starts the machine's nginx in the foreground, as user and group 1000 when the tests run as root, after `nginx -t` has
 * accepted its configuration. Rejects with its own words when it has not, or when it does not listen in time.
 */
export async function startNginx(options: NginxOptions): Promise<NginxServer> {
  const { prepare, port, timeoutMs = 10_000 } = options;
  const { path } = await nginx();
  const supervisor = await Supervisor.start();
  const { folder } = supervisor;
  const logOf = (name: string) =>
    readFile(join(folder, `${name}.log`), 'utf8').catch(() => '');

  /** nginx opens /dev/stdout anew, which has to be a file of its own. */
  async function run(name: string, ...args: string[]) {
    const log = join(folder, `${name}.log`);
    await writeFile(log, '', { mode: 0o600 });
    const command = [path, '-p', folder, '-e', 'stderr'];
    command.push('-c', join(folder, 'nginx.conf'), ...args);
    if (isRoot()) {
      await chown(log, USER, USER);
      command.unshift(
        ...['setpriv', `--reuid=${USER}`, `--regid=${USER}`],
        ...['--clear-groups', '--no-new-privs', '--bounding-set=-all'],
      );
    }
    supervisor.run(name, command[0], command.slice(1));
  }

  const ended = (name: string) =>
    supervisor.failures().find(process => process.name === name);

  try {
    const scratch = join(folder, 'tmp');
    await mkdir(scratch, { mode: 0o700 });
    if (isRoot()) {
      await chmod(folder, 0o711);
      await chown(scratch, USER, USER);
    }
    await writeFile(join(folder, 'nginx.conf'), await prepare(folder));

    const deadline = Date.now() + timeoutMs;
    await run('check', '-t');
    const { reason } = await until(
      () => ended('check'),
      deadline,
      async () => `nginx -t did not end; it said:\n${await logOf('check')}`,
    );
    const verdict = await logOf('check');
    if (reason !== 'exit code 0') {
      throw new Error(`nginx -t ended with ${reason} and said:\n${verdict}`);
    }

    await run('nginx', '-g', 'daemon off;');
    await until(
      async () => {
        const failure = ended('nginx');
        if (failure) {
          throw new Error(
            `nginx ended with ${failure.reason}; it said:\n${await logOf(
              'nginx',
            )}`,
          );
        }
        return (await listens(port)) || undefined;
      },
      deadline,
      async () =>
        `nginx does not listen on port ${port}; it said:\n${await logOf(
          'nginx',
        )}`,
    );
    return {
      folder,
      verdict,
      log: () => logOf('nginx'),
      stop: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
