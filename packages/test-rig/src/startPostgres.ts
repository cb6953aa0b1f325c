import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePorts } from './freePorts';
import { run } from './run';
import { Supervisor } from './Supervisor';
import { postgres } from './tools';
import { handOver, openFolder, unprivileged } from './unprivileged';
import { untilReady } from './untilReady';

/** Milliseconds that it may take to be ready. */
const READY_MS = 30_000;

const USER = 'rig';

/** A PostgreSQL server with nothing in it. */
export interface PostgresServer {
  /** What a client needs, as the driver `pg` and Knex take it; its user may do everything. */
  connection: { host: string; port: number; user: string; password: string };
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts the machine's PostgreSQL on a free port of 127.0.0.1, as user and group 1000 when the tests run as root. What it
 * is told is not safe on a disk: it ends with the tests.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const { path } = await postgres();
  const beside = (program: string) => join(dirname(path), program);
  const supervisor = await Supervisor.start();
  const { folder } = supervisor;
  try {
    const data = join(folder, 'data');
    const secret = join(folder, 'password');
    const password = randomBytes(16).toString('hex');
    await openFolder(folder);
    await mkdir(data, { mode: 0o700 });
    await handOver(data);
    await writeFile(secret, password, { mode: 0o600 });
    await handOver(secret);
    const [initdb, ...args] = unprivileged(beside('initdb'), [
      ...['--pgdata', data, '--username', USER, '--pwfile', secret],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      '--no-sync',
    ]);
    const { code, stderr } = await run(initdb, args, { cwd: data });
    if (code !== 0) {
      throw new Error(`initdb ended with ${code} and said: ${stderr}`);
    }
    const [port] = await freePorts(1);
    const host = '127.0.0.1';
    const [server, ...flags] = unprivileged(path, [
      ...['-D', data, '-p', String(port), '-c', `listen_addresses=${host}`],
      ...['-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    ]);
    supervisor.run('postgres', server, flags);
    await untilReady(supervisor, {
      deadline: Date.now() + READY_MS,
      async probe() {
        const ready = await run(beside('pg_isready'), [
          ...['--host', host, '--port', String(port), '--quiet'],
        ]);
        return ready.code === 0
          ? { ready: true }
          : { missing: `an answer on port ${port}`, server: 'postgres' };
      },
    });
    return {
      connection: { host, port, user: USER, password },
      stop: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
