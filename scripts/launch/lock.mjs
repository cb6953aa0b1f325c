import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheHome, root } from './paths.mjs';
import { LaunchError, say } from './progress.mjs';

const pollMs = 500;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function take(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.write(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    return false;
  }
}

/** The file for work that writes into this work tree. */
export const treeLock = () =>
  join(
    cacheHome(),
    'locks',
    createHash('sha256').update(root).digest('hex').slice(0, 16),
  );

/**
 * Does work while no other process does work under the same file.
 *
 * @param patienceMs how long another process may take; the slowest known install takes a quarter of the default
 */
export async function withLock(file, work, patienceMs = 20 * 60_000) {
  await mkdir(dirname(file), { recursive: true });
  const deadline = Date.now() + patienceMs;
  let told = false;
  while (!(await take(file))) {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder && !isAlive(holder)) {
      await rm(file, { force: true });
      continue;
    }
    if (Date.now() > deadline) {
      throw new LaunchError(
        `Process ${
          holder || 'unknown'
        } still holds ${file}. If it neither installs nor builds, delete the file and try again.`,
      );
    }
    if (!told) {
      say(
        `Waiting for process ${holder || 'unknown'}, which installs or builds…`,
      );
      told = true;
    }
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
