import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cached, cacheHome, findCached } from './cache';

describe('cache', () => {
  const before = process.env.XDG_CACHE_HOME;
  let xdg: string;

  beforeEach(() => {
    xdg = mkdtempSync(join(tmpdir(), 'cache-test-'));
    process.env.XDG_CACHE_HOME = xdg;
  });

  afterEach(() => {
    process.env.XDG_CACHE_HOME = before;
    if (before === undefined) {
      delete process.env.XDG_CACHE_HOME;
    }
    rmSync(xdg, { recursive: true });
  });

  it.each([
    ['/var/cache/me', '/var/cache/me/alexandria-backstage'],
    ['relative', join(homedir(), '.cache', 'alexandria-backstage')],
    ['', join(homedir(), '.cache', 'alexandria-backstage')],
  ])('with XDG_CACHE_HOME=%p is %s', (value, expected) => {
    process.env.XDG_CACHE_HOME = value;
    expect(cacheHome()).toBe(expected);
  });

  it('is filled once, however many want it', async () => {
    let fills = 0;
    const fill = async (folder: string) => {
      fills += 1;
      await sleep(50);
      await writeFile(join(folder, 'file'), 'content');
    };
    expect(findCached('tool-1')).toBeUndefined();
    const folders = await Promise.all(
      [1, 2, 3].map(() => cached('tool-1', fill)),
    );
    expect(fills).toBe(1);
    expect(new Set(folders)).toEqual(new Set([findCached('tool-1')]));
    expect(await readFile(join(folders[0], 'file'), 'utf8')).toBe('content');
    expect(readdirSync(cacheHome())).toEqual(['tool-1']);
  });

  it('keeps nothing of a fill that failed, and tries again', async () => {
    await expect(
      cached('tool-1', async folder => {
        await writeFile(join(folder, 'half'), '');
        throw new Error('no network');
      }),
    ).rejects.toThrow('no network');
    expect(readdirSync(cacheHome())).toEqual([]);

    const folder = await cached('tool-1', async () => {});
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes what a process that died while filling left behind', async () => {
    const left = join(cacheHome(), '.partial-tool-1-abc');
    const others = join(cacheHome(), '.partial-tool-2-abc');
    await mkdir(left, { recursive: true });
    await mkdir(others);
    await cached('tool-1', async () => {});
    expect([existsSync(left), existsSync(others)]).toEqual([false, true]);
  });
});
