import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { runGit } from './git/git';
import type { Repository } from './git/Repository';
import { RepositoryStore } from './git/RepositoryStore';
import { createGitHostApp } from './http/createGitHostApp';
import { listenOnLoopback } from './listenOnLoopback';

/** Options of {@link startGitHost}. */
export interface GitHostOptions {
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Credentials that pushing and creating need. */
  username: string;
  password: string;
  /**
   * Folder that keeps the repositories. When omitted they live in a temporary
   * folder that is removed on close.
   */
  directory?: string;
  /** Is told of every push once it is done, and at the start of what is there. */
  onPush?(repository: Repository): void;
  logger: LoggerService;
}

/** A running git host. */
export interface GitHost {
  /** Address without a slash at its end, such as `http://localhost:7008`. */
  baseUrl: string;
  port: number;
  /** Folder with the bare repositories, as `owner/name.git`. */
  directory: string;
  /** Ends requests, frees the port and removes a temporary folder. */
  close(): Promise<void>;
}

/**
 * Starts the git host on 127.0.0.1.
 *
 * @throws Error when NODE_ENV is production, when there is no git, or when the
 *   port is in use
 */
export async function startGitHost(options: GitHostOptions): Promise<GitHost> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'The sandbox git host is for development and does not start when NODE_ENV is production. ' +
        'Set sandbox.git to null in the production configuration and configure a real host under integrations.',
    );
  }
  await requireGit();

  const server = createServer();
  const port = await listenOnLoopback(server, {
    port: options.port,
    what: 'the sandbox git host',
    variable: 'ALEXANDRIA_GIT_PORT',
    key: 'sandbox.git.port',
  });
  let directory: string;
  try {
    directory = options.directory
      ? resolve(options.directory)
      : await mkdtemp(join(tmpdir(), 'alexandria-git-'));
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    server.close();
    throw error;
  }

  const baseUrl = `http://localhost:${port}`;
  const store = new RepositoryStore(directory);
  const { onPush } = options;
  server.on(
    'request',
    createGitHostApp({
      store,
      onPush,
      credentials: { username: options.username, password: options.password },
      baseUrl,
      logger: options.logger,
    }),
  );

  if (onPush) {
    (await store.list()).forEach(onPush);
  }
  return {
    baseUrl,
    port,
    directory,
    async close() {
      await new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      });
      if (!options.directory) {
        await rm(directory, { recursive: true, force: true });
      }
    },
  };
}

async function requireGit() {
  try {
    await runGit(['--version'], { cwd: tmpdir() });
  } catch (error) {
    throw new Error(
      'The sandbox git host needs git 2.28 or newer on PATH and could not run it',
      { cause: error },
    );
  }
}
