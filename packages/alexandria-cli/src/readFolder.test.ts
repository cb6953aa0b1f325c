import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { useFolder } from './__testUtils__/cli';
import { readFolder } from './readFolder';
import { WrongUse } from './Io';

const folder = useFolder();

describe('readFolder', () => {
  it('reads text below a folder, and nothing else', async () => {
    folder.file('repo/README.md', 'a\n');
    folder.file('repo/.alexandria/instance.yaml', 'b: 1\n');
    folder.file('repo/.git/config', 'c\n');
    folder.file('repo/k8s/node_modules/x.yaml', 'd\n');
    folder.file('repo/large.txt', 'x'.repeat(1024 * 1024 + 1));
    writeFileSync(folder.path('repo/logo.png'), Buffer.from([0x89, 0, 0xff]));
    folder.file('outside.txt', 'secret');
    symlinkSync(folder.path('outside.txt'), folder.path('repo/link.txt'));
    mkdirSync(folder.path('elsewhere'));
    folder.file('elsewhere/x.txt', 'secret');
    symlinkSync(folder.path('elsewhere'), folder.path('repo/linked'));
    expect([...(await readFolder(folder.path('repo')))].sort()).toEqual([
      ['.alexandria/instance.yaml', 'b: 1\n'],
      ['README.md', 'a\n'],
    ]);
  });

  it.each(['missing', 'file.txt'])('refuses %s', async name => {
    folder.file('file.txt', 'x');
    await expect(readFolder(folder.path(name))).rejects.toThrow(WrongUse);
  });
});
