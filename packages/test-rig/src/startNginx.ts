import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkPrepared,
  nginxCommand,
  nginxLog,
  prepareNginx,
  PrepareNginx,
} from './checkNginx';
import { Supervisor } from './Supervisor';

export interface NginxOptions {
  prepare: PrepareNginx;
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

/**
 * Starts the machine's nginx in the foreground, as user and group 1000 when the tests run as root, after `nginx -t` has
 * accepted its configuration. Rejects with its own words when it has not, or when it does not listen in time.
 */
export async function startNginx(options: NginxOptions): Promise<NginxServer> {
  const { prepare, port, timeoutMs = 10_000 } = options;
  const supervisor = await Supervisor.start();
  const { folder } = supervisor;
  try {
    await prepareNginx(folder, prepare);
    const { accepted, said } = await checkPrepared(folder);
    if (!accepted) {
      throw new Error(`nginx -t refused the configuration:\n${said}`);
    }

    const path = await nginxLog(folder, 'nginx');
    const log = () => readFile(path, 'utf8');
    const [command, ...args] = await nginxCommand(folder, [
      '-g',
      'daemon off;',
    ]);
    supervisor.run('nginx', command, args);
    const deadline = Date.now() + timeoutMs;
    while (!(await listens(port))) {
      const [failure] = supervisor.failures();
      if (failure || Date.now() > deadline) {
        const what = failure
          ? `ended with ${failure.reason}`
          : `does not listen on port ${port}`;
        throw new Error(`nginx ${what}; it said:\n${await log()}`);
      }
      await sleep(20);
    }
    return { folder, verdict: said, log, stop: () => supervisor.stop() };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
