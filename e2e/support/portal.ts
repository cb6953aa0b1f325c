import { spawn, type ChildProcess } from 'child_process';
import { createServer } from 'net';
import path from 'path';

/** The portal as it is deployed: `npm start -- --built`, on ports of its own. */
export interface Portal {
  /** Of the frontend and of the backend, which serves it. */
  url: string;
  gitUrl: string;
  /** Host and port of the git host, as a repoUrl begins. */
  gitHost: string;
  /** Everything the portal has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

type Settings = Record<string, unknown>;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      );
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => child.once('exit', () => resolve()));
}

/** What comes over a page of its own accord has no place where pages are looked at. */
const CALM = { 'alexandria.notifications.enabled': false };

/**
 * Resolves when the launcher says that the portal is ready; rejects, with what it printed, when it ends before.
 *
 * @param given - configuration in place of app-config.yaml's, by path: `alexandria.repositories.allowedHosts`; or what makes it
 *   for the host of the portal's git host
 */
export async function startPortal(
  given: Settings | ((gitHost: string) => Settings) = {},
): Promise<Portal> {
  const [backend, git, clusters] = [
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const settings =
    typeof given === 'function' ? given(`localhost:${git}`) : given;
  let output = '';
  const child = spawn(
    process.execPath,
    [path.join(__dirname, '../../scripts/launch.mjs'), 'start', '--built'],
    {
      cwd: path.join(__dirname, '../..'),
      env: {
        ...process.env,
        // The portal is a process of its own: what jest needs is none of its business.
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        LOG_LEVEL: 'info',
        ALEXANDRIA_BACKEND_PORT: String(backend),
        ALEXANDRIA_GIT_PORT: String(git),
        ALEXANDRIA_CLUSTER_PORT: String(clusters),
        ...Object.fromEntries(
          Object.entries({ ...CALM, ...settings }).map(([at, value]) => [
            `APP_CONFIG_${at.replace(/\./g, '_')}`,
            JSON.stringify(value),
          ]),
        ),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Alexandria is ready')) {
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', code =>
      reject(new Error(`The portal ended with ${code}:\n${output}`)),
    );
  });
  return {
    url: `http://localhost:${backend}`,
    gitUrl: `http://localhost:${git}`,
    gitHost: `localhost:${git}`,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}
