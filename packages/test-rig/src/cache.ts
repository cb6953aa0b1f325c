import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { lock } from 'proper-lockfile';

/** `${XDG_CACHE_HOME}/alexandria-backstage`; a relative XDG_CACHE_HOME is ignored, as the XDG specification asks. */
export function cacheHome(): string {
  const xdg = process.env.XDG_CACHE_HOME;
  return join(
    xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'),
    'alexandria-backstage',
  );
}

/** The folder cached under a key, or undefined. */
export function findCached(key: string): string | undefined {
  const folder = join(cacheHome(), key);
  return existsSync(folder) ? folder : undefined;
}

/**
 * The folder cached under a key, filled on first use.
 * A folder appears only when it is complete, and of many processes that want it one does the work.
 *
 * @param fill - gets an empty folder on the same file system; when it rejects nothing stays behind
 */
export async function cached(
  key: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const found = findCached(key);
  if (found) {
    return found;
  }

  const home = cacheHome();
  const folder = join(home, key);
  const partial = `.partial-${key}-`;
  await mkdir(home, { recursive: true });
  const release = await lock(folder, {
    lockfilePath: join(home, `.${key}.lock`),
    realpath: false,
    // The holder touches the lock every 10 s: a minute without that means that it died.
    stale: 60_000,
    update: 10_000,
    // The longest fill is a build of kube-apiserver on a small machine.
    retries: { retries: 1800, factor: 1, minTimeout: 1000, maxTimeout: 1000 },
    // Two that both believe they hold the lock do the work twice, and the rename below still lets one win.
    onCompromised: () => {},
  });
  try {
    if (existsSync(folder)) {
      return folder;
    }
    for (const left of await readdir(home)) {
      if (left.startsWith(partial)) {
        await rm(join(home, left), { recursive: true, force: true });
      }
    }
    const work = await mkdtemp(join(home, partial));
    try {
      await fill(work);
      await rename(work, folder);
    } catch (error) {
      await rm(work, { recursive: true, force: true });
      if (!existsSync(folder)) {
        throw error;
      }
    }
    return folder;
  } finally {
    await release();
  }
}
