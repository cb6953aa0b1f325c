import type { GitHost } from '../startGitHost';
import {
  AUTHORIZATION,
  createTestRepository,
  git,
  pushUrl,
  startTestGitHost,
  temporaryFolder,
} from '../__testUtils__/gitHost';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

let host: GitHost;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

const api = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(
    `${host.baseUrl}/api/v1/repos/platform/site${path}`,
    {
      method,
      headers: {
        Authorization: AUTHORIZATION,
        'Content-Type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
  };
};

const encoded = (text: string) => Buffer.from(text).toString('base64');

async function shaOf(path: string, ref = 'main'): Promise<string> {
  const { body } = await api('GET', `/git/trees/${ref}?recursive=true`);
  return body.tree.find((entry: { path: string }) => entry.path === path).sha;
}

async function contentOf(path: string, ref: string): Promise<string> {
  const { body } = await api('GET', `/contents/${path}?ref=${ref}`);
  return Buffer.from(body.content, 'base64').toString();
}

/** A branch of its own with one more file, and a request to merge it. */
async function open(branch: string, path: string, content = path) {
  await api('POST', '/contents', {
    new_branch: branch,
    files: [{ operation: 'create', path, content: encoded(content) }],
  });
  return api('POST', '/pulls', { title: branch, head: branch, base: 'main' });
}

beforeAll(async () => {
  host = await startTestGitHost();
  folder = await temporaryFolder();
  await createTestRepository(host, 'platform', 'site');
  const { path } = folder;
  await mkdir(join(path, 'docs'));
  await writeFile(join(path, 'README.md'), 'one\ntwo\nthree\nfour\nfive\n');
  await writeFile(join(path, 'docs/a.md'), 'a\n');
  await writeFile(join(path, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  await git(path, 'init', '-q', '-b', 'main');
  await git(path, 'add', '.');
  await git(path, 'commit', '-q', '-m', 'Start');
  await git(path, 'push', '-q', pushUrl(host, 'platform/site.git'), 'main');
});

afterAll(async () => {
  await host.close();
  await folder.remove();
});

describe('trees', () => {
  it('has every entry, page by page', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map(page =>
        api('GET', `/git/trees/main?recursive=true&per_page=2&page=${page}`),
      ),
    );
    expect(
      pages.flatMap(({ body }) =>
        body.tree.map((entry: { path: string }) => entry.path),
      ),
    ).toEqual(['README.md', 'docs', 'docs/a.md', 'run.sh']);
    expect(pages.map(({ body }) => body.truncated)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('changing files', () => {
  it('makes one commit on a new branch, and leaves the other as it was', async () => {
    const { status } = await api('POST', '/contents', {
      branch: 'main',
      new_branch: 'feature/all',
      message: 'Change everything',
      author: { name: 'Ada', email: 'ada@example.com' },
      files: [
        { operation: 'create', path: 'new/b.md', content: encoded('ü\n') },
        {
          operation: 'update',
          path: 'run.sh',
          content: encoded('#!/bin/sh\ntrue\n'),
          sha: await shaOf('run.sh'),
        },
        {
          operation: 'delete',
          path: 'docs/a.md',
          sha: await shaOf('docs/a.md'),
        },
      ],
    });
    expect(status).toBe(201);
    const { body } = await api('GET', '/git/commits/feature/all');
    expect(body).toMatchObject({
      commit: { message: 'Change everything', author: { name: 'Ada' } },
      parents: [{ sha: (await api('GET', '/git/commits/main')).body.sha }],
    });
    const tree = await api('GET', '/git/trees/feature%2Fall?recursive=true');
    expect(
      tree.body.tree.map((entry: { path: string; mode: string }) => [
        entry.path,
        entry.mode,
      ]),
    ).toEqual([
      ['README.md', '100644'],
      ['new', '040000'],
      ['new/b.md', '100644'],
      // What was executable stays so.
      ['run.sh', '100755'],
    ]);
    expect(await contentOf('new/b.md', 'feature/all')).toBe('ü\n');
    expect(await contentOf('docs/a.md', 'main')).toBe('a\n');
  });

  it.each<[string, object, number]>([
    [
      'a blob that is another by now',
      {
        files: [
          {
            operation: 'update',
            path: 'README.md',
            content: '',
            sha: 'a'.repeat(40),
          },
        ],
      },
      422,
    ],
    [
      'a file that is there',
      { files: [{ operation: 'create', path: 'README.md', content: '' }] },
      422,
    ],
    [
      'a file that is not there',
      { files: [{ operation: 'delete', path: 'x', sha: 'a'.repeat(40) }] },
      422,
    ],
    [
      'a path out of the repository',
      { files: [{ operation: 'create', path: '../x', content: '' }] },
      422,
    ],
    [
      'what is not base64',
      { files: [{ operation: 'create', path: 'x', content: '%' }] },
      422,
    ],
    ['nothing', { files: [] }, 422],
    [
      'a branch that there is not',
      {
        branch: 'none',
        files: [{ operation: 'create', path: 'x', content: '' }],
      },
      404,
    ],
    [
      'a name that is none',
      {
        new_branch: '--x',
        files: [{ operation: 'create', path: 'x', content: '' }],
      },
      422,
    ],
  ])('refuses %s and changes nothing', async (_name, body, status) => {
    const before = await api('GET', '/git/commits/main');
    const answer = await api('POST', '/contents', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toHaveProperty('message');
    expect(await api('GET', '/git/commits/main')).toEqual(before);
  });

  it('refuses a new branch that is there already', async () => {
    const change = {
      new_branch: 'twice',
      files: [{ operation: 'create', path: 'x', content: '' }],
    };
    expect((await api('POST', '/contents', change)).status).toBe(201);
    expect((await api('POST', '/contents', change)).status).toBe(409);
  });

  it('needs credentials', async () => {
    const response = await fetch(
      `${host.baseUrl}/api/v1/repos/platform/site/contents`,
      { method: 'POST' },
    );
    expect(response.status).toBe(401);
  });
});

describe('pull requests', () => {
  it('are opened once, listed, merged with what came in between, and then merged no more', async () => {
    const opened = await open('change', 'change.md');
    expect([opened.status, opened.body]).toEqual([
      201,
      expect.objectContaining({
        state: 'open',
        merged: false,
        head: expect.objectContaining({ ref: 'change' }),
        base: expect.objectContaining({ ref: 'main' }),
      }),
    ]);
    const { number } = opened.body;
    const again = { title: 'again', head: 'change', base: 'main' };
    expect((await api('POST', '/pulls', again)).status).toBe(409);
    await api('POST', '/contents', {
      files: [{ operation: 'create', path: 'between.md', content: '' }],
    });

    const merge = (body: object) =>
      api('POST', `/pulls/${number}/merge`, body).then(each => each.status);
    expect(await merge({ Do: 'squash' })).toBe(422);
    expect(await merge({ Do: 'merge' })).toBe(200);
    expect(await merge({ Do: 'merge' })).toBe(409);
    expect((await api('GET', `/pulls/${number}`)).body).toMatchObject({
      state: 'closed',
      merged: true,
    });
    for (const path of ['change.md', 'between.md']) {
      expect((await api('GET', `/contents/${path}?ref=main`)).status).toBe(200);
    }
    const numbers = async (state: string) =>
      (await api('GET', `/pulls?state=${state}`)).body.map(
        (pull: { number: number }) => pull.number,
      );
    expect(await numbers('open')).toEqual([]);
    expect(await numbers('closed')).toContain(number);
  });

  it('are not merged where both sides changed the same lines', async () => {
    const sha = await shaOf('README.md');
    const update = (branch: object, text: string) =>
      api('POST', '/contents', {
        ...branch,
        files: [
          {
            operation: 'update',
            path: 'README.md',
            content: encoded(text),
            sha,
          },
        ],
      });
    await update({ new_branch: 'clash' }, 'ONE\ntwo\nthree\nfour\nfive\n');
    const { body } = await api('POST', '/pulls', {
      title: 'clash',
      head: 'clash',
      base: 'main',
    });
    await update({}, 'eins\ntwo\nthree\nfour\nfive\n');
    const merged = await api('POST', `/pulls/${body.number}/merge`, {
      Do: 'merge',
    });
    expect(merged.status).toBe(409);
    expect(await contentOf('README.md', 'main')).toMatch(/^eins/);
  });

  it('get one number each, however many are opened at a time', async () => {
    const opened = await Promise.all(
      ['r1', 'r2', 'r3', 'r4'].map(name => open(name, `${name}.md`)),
    );
    expect(new Set(opened.map(({ body }) => body.number)).size).toBe(4);
  });

  it.each([
    ['a branch that there is not', { head: 'none', base: 'main' }, 404],
    ['one branch twice', { head: 'main', base: 'main' }, 422],
  ])('refuse %s', async (_name, branches, status) => {
    const answer = await api('POST', '/pulls', { title: 'x', ...branches });
    expect(answer.status).toBe(status);
  });

  it('have a page, from which they are merged by this host only', async () => {
    const title = '<b>bold</b>';
    await api('POST', '/contents', {
      new_branch: 'paged',
      files: [
        { operation: 'create', path: 'paged.md', content: encoded('<i>\n') },
      ],
    });
    const { body } = await api('POST', '/pulls', {
      ...{ title, body: '**why** <script>', head: 'paged', base: 'main' },
    });
    const page = await fetch(body.html_url);
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self'",
    );
    expect(text).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(text).toContain('**why** &lt;script&gt;');
    expect(text).toContain('+&lt;i&gt;');
    const merge = (headers: Record<string, string>) =>
      fetch(`${body.html_url}/merge`, {
        ...{ method: 'POST', redirect: 'manual', headers },
      }).then(({ status }) => status);
    expect(await merge({})).toBe(403);
    expect(await merge({ Origin: 'https://evil.example' })).toBe(403);
    expect(await merge({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(
      await merge({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }),
    ).toBe(303);
    expect(await (await fetch(body.html_url)).text()).toContain('Merged');
    const list = await fetch(`${host.baseUrl}/platform/site/pulls`);
    expect(await list.text()).toContain(`/pulls/${body.number}"`);
  });
});
