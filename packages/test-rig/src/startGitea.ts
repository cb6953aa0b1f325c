import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePorts } from './freePorts';
import { run } from './run';
import { Supervisor } from './Supervisor';
import { Tool } from './Tool';
import { gitea } from './tools';
import { untilReady } from './untilReady';

export interface GiteaOptions {
  /** Milliseconds that the server may take to become ready once it is built. Default one minute. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** A Gitea server with an administrator and an organization, and nothing else. */
export interface Gitea {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** Host and port, as a repoUrl begins. */
  host: string;
  /** Without a leading `v`. */
  version: string;
  /** Holds all that it keeps, and its log. */
  folder: string;
  administrator: { username: string; password: string };
  /** Private, owned by the administrator. */
  organization: string;
  /**
   * Asks the API as the administrator.
   *
   * @param path - after `/api/v1`, with its leading slash
   */
  api(path: string, init?: GiteaRequest): Promise<Response>;
  /** Ends the server and removes its repositories; a second call does nothing. */
  stop(): Promise<void>;
}

export interface GiteaRequest {
  method?: string;
  /** Sent as JSON. */
  body?: object;
}

const username = 'administrator';
const organization = 'platform';

/** What it is told in its configuration file; everything else is Gitea's default. */
function configuration(tool: Tool, folder: string, url: string): string {
  const secret = () => randomBytes(32).toString('base64url');
  const lines = [
    // It refuses to run as root, as tests in a container do, unless it is told so.
    `I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = ${process.getuid?.() === 0}`,
    `WORK_PATH = ${folder}`,
    '[server]',
    'HTTP_ADDR = 127.0.0.1',
    `HTTP_PORT = ${new URL(url).port}`,
    `ROOT_URL = ${url}/`,
    `STATIC_ROOT_PATH = ${dirname(tool.path)}`,
    'DISABLE_SSH = true',
    // Nothing is asked of other hosts.
    'OFFLINE_MODE = true',
    '[database]',
    'DB_TYPE = sqlite3',
    '[security]',
    // There is no page of first steps.
    'INSTALL_LOCK = true',
    `SECRET_KEY = ${secret()}`,
    `INTERNAL_TOKEN = ${secret()}`,
    '[oauth2]',
    `JWT_SECRET = ${secret()}`,
    '[indexer]',
    'ISSUE_INDEXER_TYPE = db',
    '[log]',
    'LEVEL = warn',
    '',
  ];
  return lines.join('\n');
}

/** Runs one of Gitea's commands beside the server. */
async function command(tool: Tool, config: string, args: string[]) {
  const result = await run(tool, ['--config', config, ...args]);
  if (result.code !== 0) {
    // Not its standard output, which may hold a password.
    throw new Error(
      `gitea ${args.join(' ')} ended with ${
        result.code
      }: ${result.stderr.trim()}`,
    );
  }
  return result.stdout;
}

/** Creates the administrator; Gitea makes the password, so that it is in no argument list. */
async function createAdministrator(tool: Tool, config: string) {
  const said = await command(tool, config, [
    ...['admin', 'user', 'create', '--admin', '--username', username],
    ...['--email', `${username}@example.com`],
    ...['--random-password', '--random-password-length', '32'],
  ]);
  const password = /^generated random password is '(.*)'$/m.exec(said)?.[1];
  if (!password) {
    throw new Error('gitea admin user create named no password');
  }
  return password;
}

/** Starts a real Gitea on a free port of 127.0.0.1, with SQLite and without SSH, and resolves when its API answers. */
export async function startGitea(options: GiteaOptions = {}): Promise<Gitea> {
  const tool = await gitea();
  const { timeoutMs = 60_000, signal } = options;
  const deadline = Date.now() + timeoutMs;
  const supervisor = await Supervisor.start();
  try {
    const { folder } = supervisor;
    const config = join(folder, 'app.ini');
    const [port] = await freePorts(1);
    const url = `http://127.0.0.1:${port}`;
    await writeFile(config, configuration(tool, folder, url), { mode: 0o600 });
    await command(tool, config, ['migrate']);
    const password = await createAdministrator(tool, config);
    supervisor.run('gitea', tool.path, ['--config', config, 'web']);
    const api = (
      path: string,
      { method = 'GET', body }: GiteaRequest = {},
    ): Promise<Response> =>
      fetch(`${url}/api/v1${path}`, {
        method,
        signal,
        headers: {
          authorization: `Basic ${Buffer.from(
            `${username}:${password}`,
          ).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      });
    await untilReady(supervisor, {
      deadline,
      signal,
      async probe() {
        const answer = await api('/version').catch(() => undefined);
        return answer?.ok
          ? { ready: true }
          : { missing: `${answer?.status ?? 'no answer'}`, server: 'gitea' };
      },
    });
    const created = await api('/orgs', {
      method: 'POST',
      body: { username: organization, visibility: 'private' },
    });
    if (created.status !== 201) {
      throw new Error(
        `the organization was not created: ${
          created.status
        } ${await created.text()}`,
      );
    }
    return {
      url,
      host: `127.0.0.1:${port}`,
      version: tool.version,
      folder,
      administrator: { username, password },
      organization,
      api,
      stop: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
