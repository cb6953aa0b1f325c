import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { startGitHost, type GitHost } from '../startGitHost';

const execute = promisify(execFile);

/** Credentials of the hosts that tests start. */
export const CREDENTIALS = { username: 'portal', password: 'p:ss wörd' };

/** `Authorization` of a request with {@link CREDENTIALS}. */
export const AUTHORIZATION = `Basic ${Buffer.from(
  `${CREDENTIALS.username}:${CREDENTIALS.password}`,
).toString('base64')}`;

/** Starts a host on a free port. */
export function startTestGitHost(): Promise<GitHost> {
  return startGitHost({
    ...CREDENTIALS,
    port: 0,
    logger: mockServices.logger.mock(),
  });
}

/** Creates `owner/name` on a host through its API. */
export async function createTestRepository(
  host: GitHost,
  owner: string,
  name: string,
  more: { description?: string; default_branch?: string } = {},
): Promise<Response> {
  return fetch(`${host.baseUrl}/api/v1/orgs/${owner}/repos`, {
    method: 'POST',
    headers: {
      Authorization: AUTHORIZATION,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ name, ...more }),
  });
}

/** Address for a push, credentials included. */
export function pushUrl(host: GitHost, path: string): string {
  const url = new URL(`${host.baseUrl}/${path}`);
  url.username = encodeURIComponent(CREDENTIALS.username);
  url.password = encodeURIComponent(CREDENTIALS.password);
  return url.href;
}

/** Runs the machine's git, without the settings of who runs the tests. */
export function git(cwd: string, ...args: string[]): Promise<string> {
  return runGit(cwd, args);
}

/** Adds commits without changes to a branch that has one: one process, however many. */
export async function addCommits(
  cwd: string,
  branch: string,
  count: number,
): Promise<void> {
  const commits = Array.from(
    { length: count },
    (_, index) => `commit refs/heads/${branch}
committer Ada <ada@example.com> ${1_700_000_000 + index} +0000
data ${String(index).length}
${index}
${index === 0 ? `from refs/heads/${branch}^0\n` : ''}`,
  );
  await runGit(cwd, ['fast-import', '--quiet'], commits.join('\n'));
}

async function runGit(
  cwd: string,
  args: string[],
  input?: string,
): Promise<string> {
  const running = execute('git', args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
    } as NodeJS.ProcessEnv,
  });
  // What takes no input may have ended before it could be given any.
  if (input !== undefined) {
    running.child.stdin?.end(input);
  }
  return (await running).stdout;
}

/** A temporary folder and what removes it. */
export async function temporaryFolder(): Promise<{
  path: string;
  remove(): Promise<void>;
}> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'sandbox-test-')));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
