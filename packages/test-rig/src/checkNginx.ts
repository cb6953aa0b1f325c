import { spawn } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  open,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginx } from './tools';
import { handOver, openFolder, unprivileged } from './unprivileged';

/**
 * Writes what a configuration serves and answers with the configuration.
 *
 * @param folder - of one nginx alone and readable by it; `tmp` in it is all that it may write
 */
export type PrepareNginx = (folder: string) => Promise<string>;

/** What `nginx -t` says. */
export interface NginxVerdict {
  accepted: boolean;
  said: string;
}

/** Prepares the folder of one nginx, which runs without privileges. */
export async function prepareNginx(folder: string, prepare: PrepareNginx) {
  const scratch = join(folder, 'tmp');
  await mkdir(scratch, { mode: 0o700 });
  await openFolder(folder);
  await handOver(scratch);
  await writeFile(join(folder, 'nginx.conf'), await prepare(folder));
}

/** The program and its arguments: as user and group 1000, without capabilities, when the tests run as root. */
export async function nginxCommand(
  folder: string,
  args: readonly string[],
): Promise<[string, ...string[]]> {
  const { path } = await nginx();
  const own = ['-p', folder, '-e', 'stderr'];
  own.push('-c', join(folder, 'nginx.conf'), ...args);
  return unprivileged(path, own);
}

/** An empty file for its output: nginx opens /dev/stdout anew, which it can only when that is a file of its own. */
export async function nginxLog(folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.log`);
  await writeFile(path, '', { mode: 0o600 });
  await handOver(path);
  return path;
}

/** Asks `nginx -t` about the configuration of a folder. */
export async function checkPrepared(folder: string): Promise<NginxVerdict> {
  const [command, ...args] = await nginxCommand(folder, ['-t']);
  const path = await nginxLog(folder, 'check');
  const log = await open(path, 'a');
  try {
    const code = await new Promise((resolve, reject) => {
      spawn(command, args, { stdio: ['ignore', log.fd, log.fd] })
        .on('error', reject)
        .on('exit', resolve);
    });
    return { accepted: code === 0, said: await readFile(path, 'utf8') };
  } finally {
    await log.close();
  }
}

/** Asks the machine's nginx about a configuration, as the user that it runs as. Binds the ports that it listens on. */
export async function checkNginx(prepare: PrepareNginx): Promise<NginxVerdict> {
  const folder = await mkdtemp(join(tmpdir(), 'alexandria-nginx-'));
  try {
    await prepareNginx(folder, prepare);
    return await checkPrepared(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
