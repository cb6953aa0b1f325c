import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { withLock } from './lock.mjs';

let folder;
let file;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launch-lock-'));
  file = join(folder, 'locks', 'lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('withLock', () => {
  it('lets one work at a time', async () => {
    let working = 0;
    let most = 0;
    const work = async () => {
      working += 1;
      most = Math.max(most, working);
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
      working -= 1;
    };
    await Promise.all([withLock(file, work), withLock(file, work)]);
    assert.equal(most, 1);
  });

  it('is free again after a failure', async () => {
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(existsSync(file), false);
  });

  it('takes the lock of a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await withLock(file, async () => {});
    await writeFile(file, String(pid));
    assert.equal(await withLock(file, async () => 'mine'), 'mine');
  });

  it('gives up on one that never ends, and says who holds it', async () => {
    await withLock(file, async () => {});
    await writeFile(file, String(process.pid));
    await assert.rejects(
      withLock(file, async () => {}, 0),
      new RegExp(`Process ${process.pid} still holds`),
    );
  });
});
