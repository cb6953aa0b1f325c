import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { useFolder } from './__testUtils__/cli';
import { readFolder } from './readFolder';
import { replaceFiles } from './replaceFiles';

const folder = useFolder();
const read = (path: string) => readFileSync(folder.path(path), 'utf8');

async function repository() {
  folder.file('repo/a.txt', 'a');
  folder.file('repo/b/c.txt', 'c');
  return {
    root: folder.path('repo'),
    files: await readFolder(folder.path('repo')),
  };
}

describe('replaceFiles', () => {
  it('replaces, adds and removes', async () => {
    const { root, files } = await repository();
    await replaceFiles(root, files, {
      written: [
        { path: 'a.txt', content: 'A' },
        { path: 'new/d.txt', content: 'd' },
      ],
      removed: ['b/c.txt'],
    });
    expect([read('repo/a.txt'), read('repo/new/d.txt')]).toEqual(['A', 'd']);
    expect(existsSync(folder.path('repo/b/c.txt'))).toBe(false);
  });

  it.each<[string, (root: string) => void, string]>([
    [
      'what was changed in the meantime',
      root => writeFileSync(`${root}/b/c.txt`, 'other'),
      'b/c.txt: was changed in the meantime',
    ],
    [
      'what appeared in the meantime',
      root => writeFileSync(`${root}/new.txt`, 'other'),
      'new.txt: exists with other content',
    ],
    [
      'what is behind a link',
      root => symlinkSync('/', `${root}/new.txt`),
      'new.txt',
    ],
  ])('does nothing at all over %s', async (_, disturb, message) => {
    const { root, files } = await repository();
    disturb(root);
    await expect(
      replaceFiles(root, files, {
        written: [
          { path: 'a.txt', content: 'A' },
          { path: 'new.txt', content: 'n' },
        ],
        removed: ['b/c.txt'],
      }),
    ).rejects.toThrow(message);
    expect(read('repo/a.txt')).toBe('a');
    expect(existsSync(folder.path('repo/b/c.txt'))).toBe(true);
  });
});
