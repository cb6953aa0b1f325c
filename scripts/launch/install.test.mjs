import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { installInputs, installState } from './install.mjs';

const target = 'node 24 linux x64';
let tree;

async function write(path, text) {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}

async function install() {
  const state = await installState(target, tree);
  await state.record();
}

const isCurrent = async (wanted = target) =>
  (await installState(wanted, tree)).current;

beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'launch-install-'));
  await write('package.json', '{}');
  await write('yarn.lock', '1');
  await write('packages/a/package.json', '{}');
});

afterEach(() => rm(tree, { recursive: true, force: true }));

describe('installState', () => {
  it('knows the first install', async () => {
    const { current, isFirst } = await installState(target, tree);
    assert.deepEqual({ current, isFirst }, { current: false, isFirst: true });
  });

  it('is current after an install', async () => {
    await install();
    assert.equal(await isCurrent(), true);
  });

  it('is current when only times changed, and remembers them', async () => {
    await install();
    await utimes(join(tree, 'yarn.lock'), 1, 1);
    assert.equal(await isCurrent(), true);
    assert.equal(await isCurrent(), true);
  });

  for (const [what, change] of [
    ['the lockfile changed', () => write('yarn.lock', '2')],
    [
      'a manifest changed',
      () => write('packages/a/package.json', '{"name":"a"}'),
    ],
    ['a package came', () => write('plugins/b/package.json', '{}')],
    ['a package went', () => rm(join(tree, 'packages/a'), { recursive: true })],
    ['a patch came', () => write('.yarn/patches/x.patch', '')],
    ['the settings of Yarn changed', () => write('.yarnrc.yml', 'a: b')],
    [
      'the dependencies were deleted',
      () => rm(join(tree, 'node_modules'), { recursive: true }),
    ],
    [
      'the stamp was cut off',
      () => write('node_modules/.alexandria-install.json', '{"tar'),
    ],
  ]) {
    it(`is not current when ${what}`, async () => {
      await install();
      await change();
      assert.equal(await isCurrent(), false);
    });
  }

  it('is not current for another Node', async () => {
    await install();
    assert.equal(await isCurrent('node 22 linux x64'), false);
  });
});

describe('installInputs', () => {
  it('has the manifest of every package', async () => {
    await write('plugins/b/package.json', '{}');
    const inputs = await installInputs(tree);
    assert.ok(inputs.includes('packages/a/package.json'));
    assert.ok(inputs.includes('plugins/b/package.json'));
  });
});
