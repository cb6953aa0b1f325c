import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { readWorkspaceFile } from './readWorkspaceFile';

describe('readWorkspaceFile', () => {
  let outer: string;
  let workspace: string;

  beforeEach(async () => {
    outer = await fs.mkdtemp(path.join(os.tmpdir(), 'workspace-files-'));
    workspace = path.join(outer, 'workspace');
    await fs.mkdir(path.join(workspace, 'values'), { recursive: true });
    await fs.writeFile(path.join(outer, 'secret.yaml'), 'outside');
    await fs.writeFile(path.join(workspace, 'values/dev.yaml'), 'a: ü\n');
    await fs.symlink(
      path.join(outer, 'secret.yaml'),
      path.join(workspace, 'link.yaml'),
    );
    await fs.symlink(outer, path.join(workspace, 'up'));
    await fs.writeFile(
      path.join(workspace, 'large.yaml'),
      Buffer.alloc(1024 * 1024 + 1, 'a'),
    );
  });

  afterEach(async () => {
    await fs.rm(outer, { recursive: true, force: true });
  });

  it('reads UTF-8', async () => {
    await expect(
      readWorkspaceFile(workspace, './values/dev.yaml'),
    ).resolves.toBe('a: ü\n');
  });

  it.each([
    ['../secret.yaml', 'leaves the workspace'],
    ['link.yaml', 'is a symbolic link, which is not followed'],
    ['up/secret.yaml', 'up is not a directory of the workspace'],
    ['values', 'is not a file'],
    ['.', 'is not a file'],
    ['absent.yaml', 'cannot be read (ENOENT)'],
    ['values/dev.yaml/x', 'dev.yaml is not a directory'],
    ['large.yaml', 'has 1048577 bytes; at most 1048576 are read'],
  ])('refuses %s', async (file, message) => {
    await expect(readWorkspaceFile(workspace, file)).rejects.toThrow(message);
  });
});
