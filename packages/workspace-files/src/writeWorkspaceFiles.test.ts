import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { WorkspaceError } from './WorkspaceError';
import { writeWorkspaceFiles } from './writeWorkspaceFiles';

let outer: string;
let workspace: string;

beforeEach(async () => {
  outer = await fs.mkdtemp(path.join(os.tmpdir(), 'workspace-files-'));
  workspace = path.join(outer, 'workspace');
  await fs.mkdir(workspace);
});

afterEach(async () => {
  await fs.rm(outer, { recursive: true, force: true });
});

async function tree(directory: string): Promise<string[]> {
  const entries = await fs.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      path.relative(directory, path.join(entry.parentPath, entry.name)),
    )
    .sort();
}

async function problemsOf(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.then(
    () => undefined,
    reason => reason,
  );
  expect(error).toBeInstanceOf(WorkspaceError);
  return [...(error as WorkspaceError).problems];
}

describe('writeWorkspaceFiles', () => {
  it('writes nested files and reports them', async () => {
    const result = await writeWorkspaceFiles(workspace, [
      { path: 'a/b/c.txt', content: 'ü\n' },
      { path: './d.txt', content: '' },
    ]);
    expect(result).toEqual({ written: ['a/b/c.txt', 'd.txt'], unchanged: [] });
    await expect(
      fs.readFile(path.join(workspace, 'a/b/c.txt'), 'utf8'),
    ).resolves.toBe('ü\n');
  });

  it('is idempotent, so that a resumed task can run it again', async () => {
    const files = [{ path: 'a/b.txt', content: 'x' }];
    await writeWorkspaceFiles(workspace, files);
    await expect(writeWorkspaceFiles(workspace, files)).resolves.toEqual({
      written: [],
      unchanged: ['a/b.txt'],
    });
  });

  it.each([
    ['../escape.txt', 'leaves the workspace'],
    ['a/../../escape.txt', 'leaves the workspace'],
    ['/etc/passwd', 'is absolute'],
    ['C:/windows', 'is absolute'],
    ['a\\b', 'backslash'],
    ['a\0b', 'control character'],
    ['', 'is empty'],
    ['.', 'is the workspace itself'],
    [`${'n'.repeat(256)}`, 'more than 255 bytes'],
  ])('refuses the path %j', async (bad, expected) => {
    const problems = await problemsOf(
      writeWorkspaceFiles(workspace, [
        { path: 'good.txt', content: 'x' },
        { path: bad, content: 'x' },
      ]),
    );
    expect(problems).toEqual([expect.stringContaining(expected)]);
    expect(await tree(outer)).toEqual([]);
  });

  it('names every bad path at once', async () => {
    await fs.writeFile(path.join(workspace, 'theirs.txt'), 'theirs');
    const problems = await problemsOf(
      writeWorkspaceFiles(workspace, [
        { path: '../a', content: '' },
        { path: 'theirs.txt', content: 'ours' },
        { path: 'twice', content: '' },
        { path: 'twice', content: '' },
        { path: 'twice/below', content: '' },
      ]),
    );
    expect(problems).toEqual([
      expect.stringContaining('"../a" leaves the workspace'),
      'twice: is given twice',
      'twice/below: twice is a file of the same request',
      expect.stringContaining('theirs.txt: exists with other content'),
    ]);
    expect(await tree(outer)).toEqual(['workspace/theirs.txt']);
  });

  it('does not follow a link to a directory', async () => {
    await fs.symlink(outer, path.join(workspace, 'link'));
    const problems = await problemsOf(
      writeWorkspaceFiles(workspace, [{ path: 'link/x.txt', content: 'x' }]),
    );
    expect(problems[0]).toContain('link is a symbolic link');
    expect(await tree(outer)).toEqual(['workspace/link']);
  });

  it('does not follow a dangling link in place of a file', async () => {
    await fs.symlink(
      path.join(outer, 'made.txt'),
      path.join(workspace, 'x.txt'),
    );
    const problems = await problemsOf(
      writeWorkspaceFiles(workspace, [{ path: 'x.txt', content: 'x' }]),
    );
    expect(problems[0]).toContain('x.txt is a symbolic link');
    await expect(fs.access(path.join(outer, 'made.txt'))).rejects.toThrow();
  });

  it('works in a workspace that is itself reached through a link', async () => {
    const link = path.join(outer, 'link');
    await fs.symlink(workspace, link);
    await writeWorkspaceFiles(link, [{ path: 'x.txt', content: 'x' }]);
    expect(await tree(workspace)).toEqual(['x.txt']);
  });

  it('removes what it made when the signal aborts half way', async () => {
    const controller = new AbortController();
    await fs.mkdir(path.join(workspace, 'kept'));
    const files = Array.from({ length: 5 }, (_, i) => ({
      path: `kept/new/${i}.txt`,
      get content() {
        if (i === 3) {
          controller.abort(new Error('cancelled'));
        }
        return 'x';
      },
    }));
    await expect(
      writeWorkspaceFiles(workspace, files, { signal: controller.signal }),
    ).rejects.toThrow('cancelled');
    expect(await tree(outer)).toEqual([]);
    expect(await fs.readdir(path.join(workspace, 'kept'))).toEqual([]);
  });
});
