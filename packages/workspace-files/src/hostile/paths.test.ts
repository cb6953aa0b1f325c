import { mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { escapingPaths, plainPaths, Tally } from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { readWorkspaceFile } from '../readWorkspaceFile';
import { WorkspaceError } from '../WorkspaceError';
import { writeWorkspaceFiles } from '../writeWorkspaceFiles';

// Hundreds of requests to a real disk in one test.
jest.setTimeout(30_000);

const tally = new Tally('paths of a workspace');
const SECRET = 'canary-7f3a';
let outer: string;
let workspace: string;

beforeEach(async () => {
  outer = realpathSync(await fs.mkdtemp(path.join(tmpdir(), 'hostile-')));
  workspace = path.join(outer, 'workspace');
  mkdirSync(workspace);
  await fs.writeFile(path.join(outer, 'secret.txt'), SECRET);
});
afterEach(() => rmSync(outer, { recursive: true }));
afterAll(() => tally.print());

const below = (folder: string) => readdirSync(folder).sort();

/** The problems of a request that is refused. */
async function refused(done: Promise<unknown>): Promise<readonly string[]> {
  const error = await done.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WorkspaceError);
  const { problems, message } = error as WorkspaceError;
  expect(message).not.toContain(SECRET);
  expect(message.length).toBeLessThan(1000);
  tally.count('refused');
  return problems;
}

const nothingOutside = () =>
  expect(readdirSync(outer).sort()).toEqual(['secret.txt', 'workspace']);

describe('hostile paths', () => {
  describe.each([
    ['the whole path', (given: string) => given],
    ['a path in a folder', (given: string) => `folder/${given}`],
  ])('as %s', (place, at) => {
    it.each(Object.entries(escapingPaths))('%s', async (_, given) => {
      const file = at(given);
      // A folder in front makes a name of an absolute path, and keeps one step up inside.
      if (
        place !== 'the whole path' &&
        (/^\/|^[A-Za-z]:[^\\]*$/.test(given) || given === '')
      ) {
        return;
      }
      const [problem] = await refused(
        writeWorkspaceFiles(workspace, [
          { path: 'good.txt', content: 'x' },
          { path: file, content: 'x' },
        ]),
      );
      // Half of a character is shown escaped, and nothing at all is shown by its name.
      expect(problem).toMatch(/^"|^a path is empty/);
      await refused(readWorkspaceFile(workspace, file));
      expect(below(workspace)).toEqual([]);
      nothingOutside();
    });
  });

  it.each(Object.entries(plainPaths))(
    '%s is a name in the workspace',
    async (_, given) => {
      await writeWorkspaceFiles(workspace, [{ path: given, content: 'text' }]);
      expect(await readWorkspaceFile(workspace, given)).toBe('text');
      tally.count('accepted');
      nothingOutside();
    },
  );

  it('any joined from parts of paths stay in the workspace', async () => {
    const part = fc.constantFrom(
      ...['..', '.', '', '/', '\\', 'a', 'C:', '\0', '%2e', '~', '\u202e'],
      ...['\ud800', '-', '*', ' ', 'é', '...'],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(part, fc.string({ maxLength: 8, unit: 'binary' })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom('/', '', '\\', '//'),
        async (parts, joint) => {
          const given = parts.join(joint);
          const error = await writeWorkspaceFiles(workspace, [
            { path: given, content: '' },
          ]).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          expect(error ?? new WorkspaceError([])).toBeInstanceOf(
            WorkspaceError,
          );
          tally.count(error === undefined ? 'accepted' : 'refused');
          nothingOutside();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('links in a workspace', () => {
  const link = (target: string, name: string) =>
    fs.symlink(target, path.join(workspace, name));

  it.each([
    ['to a file', '../secret.txt', 'link', 'link'],
    ['to the secret by its whole path', '/etc/passwd', 'link', 'link'],
    ['to a folder', '..', 'link', 'link/secret.txt'],
    ['to a folder, written into', '..', 'link', 'link/escaped.txt'],
    ['to a folder, two levels up', '../..', 'link', 'link/a/b/c.txt'],
    ['to nothing', '../missing', 'link', 'link'],
    ['to nothing, as a folder', '../missing', 'link', 'link/a.txt'],
    ['to itself', 'link', 'link', 'link'],
    ['to itself, as a folder', 'link', 'link', 'link/a.txt'],
    ['to the workspace', '.', 'link', 'link/a.txt'],
    ['to a device', '/dev/zero', 'link', 'link'],
    ['to the process', '/proc/self', 'link', 'link/environ'],
  ])('%s are not followed', async (_, target, name, file) => {
    await link(target, name);
    const before = below(workspace);
    await refused(
      writeWorkspaceFiles(workspace, [
        { path: 'good.txt', content: 'x' },
        { path: file, content: SECRET },
      ]),
    );
    await refused(readWorkspaceFile(workspace, file));
    expect(below(workspace)).toEqual(before);
    nothingOutside();
  });

  it('swapped for folders while files are written lead nowhere', async () => {
    const folder = path.join(workspace, 'folder');
    const aside = path.join(workspace, 'aside');
    mkdirSync(folder);
    let stop = false;
    const swap = async () => {
      while (!stop) {
        await fs.rename(folder, aside);
        await fs.symlink(outer, folder);
        await fs.rm(folder);
        await fs.rename(aside, folder);
      }
    };
    const swapping = swap();
    try {
      for (let round = 0; round < 100; round++) {
        const outcome = await writeWorkspaceFiles(workspace, [
          { path: `folder/deep-${round}/a.txt`, content: 'x' },
          { path: `folder/${round}.txt`, content: 'x' },
        ]).then(
          () => 'accepted' as const,
          (error: unknown) => {
            expect(error).toBeInstanceOf(WorkspaceError);
            return 'refused' as const;
          },
        );
        tally.count(outcome);
        const read = await readWorkspaceFile(
          workspace,
          'folder/secret.txt',
        ).catch((error: unknown) => error);
        expect(read).toBeInstanceOf(WorkspaceError);
        tally.count('refused');
      }
    } finally {
      stop = true;
      await swapping;
    }
    nothingOutside();
    expect(await fs.readFile(path.join(outer, 'secret.txt'), 'utf8')).toBe(
      SECRET,
    );
  });
});
