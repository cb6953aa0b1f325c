import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { Folder } from './Folder';
import { Folders } from './Folders';

let root: string;
beforeEach(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'folder-')));
});
afterEach(() => fs.rm(root, { recursive: true }));

describe('Folder', () => {
  it.each([
    ['a link', 'link', 'ELOOP'],
    ['a file', 'file', 'ENOTDIR'],
    ['nothing', 'none', 'ENOENT'],
  ])('opens no %s', async (_, name, code) => {
    await fs.symlink('/', path.join(root, 'link'));
    await fs.writeFile(path.join(root, 'file'), '');
    const folder = await Folder.openRoot(root);
    await expect(folder.open(name)).rejects.toMatchObject({ code });
    await folder.close();
  });

  it('stays the same, on Linux, when it is moved and a link takes its place', async () => {
    if (process.platform !== 'linux') {
      return;
    }
    await fs.mkdir(path.join(root, 'a'));
    const folder = await Folder.openRoot(path.join(root, 'a'));
    await fs.rename(path.join(root, 'a'), path.join(root, 'b'));
    await fs.symlink(os.tmpdir(), path.join(root, 'a'));
    await fs.writeFile(folder.entry('file'), 'x');
    await folder.close();
    expect(await fs.readdir(path.join(root, 'b'))).toEqual(['file']);
  });
});

describe('Folders', () => {
  it('takes away what it made and nobody has used', async () => {
    await fs.mkdir(path.join(root, 'there'));
    const folders = await Folders.of(root);
    await folders.make(['there', 'new', 'newer']);
    const used = await folders.make(['used']);
    await fs.writeFile(used.entry('file'), 'x');
    await folders.removeMade();
    await folders.close();
    expect((await fs.readdir(root, { recursive: true })).sort()).toEqual([
      'there',
      'used',
      'used/file',
    ]);
  });
});
