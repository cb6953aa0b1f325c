import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { GitHost } from '../startGitHost';
import {
  addCommits,
  AUTHORIZATION,
  createTestRepository,
  git,
  pushUrl,
  startTestGitHost,
  temporaryFolder,
} from '../__testUtils__/gitHost';

let host: GitHost;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  host = await startTestGitHost();
  folder = await temporaryFolder();
  await createTestRepository(host, 'platform', 'site');
});

afterEach(async () => {
  await host.close();
  await folder.remove();
});

async function workingCopy(name: string, branch = 'main'): Promise<string> {
  await git(folder.path, 'init', '-q', '-b', branch, name);
  const path = join(folder.path, name);
  await git(
    path,
    'remote',
    'add',
    'origin',
    pushUrl(host, 'platform/site.git'),
  );
  return path;
}

async function commit(path: string, file: string, text: string) {
  await writeFile(join(path, file), text);
  await git(path, 'add', '.');
  await git(path, 'commit', '-q', '-m', `Write ${file}`);
}

describe('git over HTTP', () => {
  it.each(['site.git', 'site', 'SITE.git'])(
    'pushes, then clones %s',
    async name => {
      const source = await workingCopy('source');
      await commit(source, 'a.txt', 'one\n');
      await git(source, 'push', '-q', 'origin', 'main');
      await git(
        folder.path,
        'clone',
        '-q',
        `${host.baseUrl}/platform/${name}`,
        'copy',
      );
      expect(await readFile(join(folder.path, 'copy', 'a.txt'), 'utf8')).toBe(
        'one\n',
      );
    },
  );

  it.each(['0', '1', '2'])(
    'fetches with protocol version %s',
    async version => {
      const source = await workingCopy('source');
      await commit(source, 'a.txt', 'one\n');
      await git(source, 'push', '-q', 'origin', 'main');
      const url = `${host.baseUrl}/platform/site.git`;
      const protocol = ['-c', `protocol.version=${version}`];
      await git(folder.path, ...protocol, 'clone', '-q', url, 'copy');

      // A fetch negotiates, which a clone does not.
      await addCommits(source, 'main', 40);
      await git(source, 'push', '-q', 'origin', 'main');
      const copy = join(folder.path, 'copy');
      await commit(copy, 'own.txt', 'own\n');
      await git(copy, ...protocol, 'fetch', '-q');
      expect(await git(copy, 'rev-parse', 'origin/main')).toBe(
        await git(source, 'rev-parse', 'main'),
      );
    },
  );

  it('takes a second push, and refuses one that would lose commits', async () => {
    const first = await workingCopy('first');
    await commit(first, 'a.txt', 'one\n');
    await git(first, 'push', '-q', 'origin', 'main');
    await commit(first, 'a.txt', 'two\n');
    await git(first, 'push', '-q', 'origin', 'main');

    const second = await workingCopy('second');
    await commit(second, 'b.txt', 'other\n');
    await expect(git(second, 'push', 'origin', 'main')).rejects.toThrow(
      /rejected/,
    );
    expect(
      await git(
        folder.path,
        'ls-remote',
        `${host.baseUrl}/platform/site.git`,
        'refs/heads/main',
      ),
    ).toContain((await git(first, 'rev-parse', 'HEAD')).trim());
  });

  it('takes concurrent pushes to different branches, all whole', async () => {
    const names = ['b1', 'b2', 'b3', 'b4', 'b5'];
    const copies = await Promise.all(
      names.map(async name => {
        const path = await workingCopy(name, name);
        await commit(path, 'file.txt', name.repeat(5000));
        return path;
      }),
    );
    await Promise.all(
      copies.map((path, i) => git(path, 'push', '-q', 'origin', names[i])),
    );
    await git(
      folder.path,
      'clone',
      '-q',
      '--mirror',
      `${host.baseUrl}/platform/site.git`,
      'all.git',
    );
    const all = join(folder.path, 'all.git');
    await git(all, 'fsck', '--strict');
    for (const name of names) {
      expect(await git(all, 'show', `${name}:file.txt`)).toBe(
        name.repeat(5000),
      );
    }
  });

  it('lets one of concurrent pushes to one branch win', async () => {
    const copies = await Promise.all(
      ['p1', 'p2', 'p3', 'p4'].map(async name => {
        const path = await workingCopy(name);
        await commit(path, 'file.txt', name);
        return path;
      }),
    );
    const results = await Promise.allSettled(
      copies.map(path => git(path, 'push', '-q', 'origin', 'main')),
    );
    const winners = copies.filter((_, i) => results[i].status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(
      await git(
        folder.path,
        'ls-remote',
        `${host.baseUrl}/platform/site.git`,
        'refs/heads/main',
      ),
    ).toContain((await git(winners[0], 'rev-parse', 'HEAD')).trim());
  });

  it('takes the first branch that is pushed as the default', async () => {
    const source = await workingCopy('source', 'trunk');
    await commit(source, 'a.txt', 'one\n');
    await git(source, 'push', '-q', 'origin', 'trunk');
    await git(
      folder.path,
      'clone',
      '-q',
      `${host.baseUrl}/platform/site.git`,
      'copy',
    );
    expect(
      (await git(join(folder.path, 'copy'), 'branch', '--show-current')).trim(),
    ).toBe('trunk');
  });

  it.each([
    ['no credentials', () => `${host.baseUrl}/platform/site.git`],
    [
      'a wrong password',
      () =>
        `${host.baseUrl}/platform/site.git`.replace('://', '://portal:wrong@'),
    ],
  ])('refuses to push with %s', async (_name, url) => {
    const source = await workingCopy('source');
    await commit(source, 'a.txt', 'one\n');
    await expect(git(source, 'push', url(), 'main')).rejects.toThrow(
      /Authentication failed|could not read Username/,
    );
    expect(
      await git(folder.path, 'ls-remote', `${host.baseUrl}/platform/site.git`),
    ).toBe('');
  });

  it('does not go past authentication on the second request alone', async () => {
    const response = await fetch(
      `${host.baseUrl}/platform/site.git/git-receive-pack`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-git-receive-pack-request' },
        body: '0000',
      },
    );
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  it.each([
    ['another content type', 'text/plain', 415],
    ['no content type', '', 415],
  ])('refuses %s', async (_name, type, status) => {
    const response = await fetch(
      `${host.baseUrl}/platform/site.git/git-receive-pack`,
      {
        method: 'POST',
        headers: {
          Authorization: AUTHORIZATION,
          ...(type && { 'Content-Type': type }),
        },
        body: new Uint8Array([48, 48, 48, 48]),
      },
    );
    expect(response.status).toBe(status);
  });

  it('ends a request that grows too large when decompressed', async () => {
    const source = await workingCopy('source');
    await commit(source, 'a.txt', 'one\n');
    await git(source, 'push', '-q', 'origin', 'main');
    const sha = (await git(source, 'rev-parse', 'HEAD')).trim();
    const fetchOf = (wants: number) =>
      fetch(`${host.baseUrl}/platform/site.git/git-upload-pack`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-git-upload-pack-request',
          'Content-Encoding': 'gzip',
        },
        body: gzipSync(`${`0032want ${sha}\n`.repeat(wants)}00000009done\n`),
      });
    expect((await fetchOf(10)).status).toBe(200);
    const tooLarge = await fetchOf(180_000);
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.headers.get('content-type')).toMatch('text/html');
  });

  it.each([
    '/platform/none.git/info/refs?service=git-upload-pack',
    '/platform/..%2f..%2fsite.git/info/refs?service=git-upload-pack',
    '/..%2fplatform/site.git/info/refs?service=git-upload-pack',
    '/platform/site.git/HEAD',
    '/platform/site.git/objects/info/packs',
    '/platform/site.git/sandbox.json',
  ])('has no %s', async path => {
    expect((await fetch(`${host.baseUrl}${path}`)).status).toBe(404);
  });

  it('serves no other service', async () => {
    const response = await fetch(
      `${host.baseUrl}/platform/site.git/info/refs?service=git-upload-archive`,
    );
    expect(response.status).toBe(422);
  });
});
