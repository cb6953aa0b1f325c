import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHost } from '../startGitHost';
import {
  createTestRepository,
  git,
  pushUrl,
  startTestGitHost,
  temporaryFolder,
} from '../__testUtils__/gitHost';

let host: GitHost;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

const SCRIPT = '<script>alert(1)</script>';
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt;';

const page = async (path: string) => {
  const response = await fetch(`${host.baseUrl}${path}`, {
    redirect: 'manual',
  });
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  };
};

beforeAll(async () => {
  host = await startTestGitHost();
  folder = await temporaryFolder();
  await createTestRepository(host, 'platform', 'site', { description: SCRIPT });
  await createTestRepository(host, 'platform', 'empty');
  const { path } = folder;
  await mkdir(join(path, 'docs', 'a & b'), { recursive: true });
  await writeFile(join(path, 'README.md'), `# Hello ${SCRIPT}\n`);
  await writeFile(join(path, 'docs', 'a & b', `q"'?#%.txt`), '\nfirst line\n');
  await writeFile(join(path, 'page.html'), SCRIPT);
  await writeFile(join(path, 'data.bin'), Buffer.from([1, 0, 2]));
  await writeFile(join(path, 'large.txt'), 'x'.repeat(600 * 1024));
  await git(path, 'init', '-q', '-b', 'main');
  await git(path, 'add', '.');
  await git(path, 'commit', '-q', '-m', 'Start');
  await git(path, 'branch', 'feature/new');
  await git(path, 'push', '-q', pushUrl(host, 'platform/site.git'), '--all');
});

afterAll(async () => {
  await host.close();
  await folder.remove();
});

describe('pages', () => {
  it('shows description, clone command, files and README, all as text', async () => {
    const { status, text } = await page('/platform/site');
    expect(status).toBe(200);
    expect(text).toContain(`git clone ${host.baseUrl}/platform/site.git`);
    expect(text).toContain(`<p>${ESCAPED}</p>`);
    expect(text).toContain(`# Hello ${ESCAPED}`);
    expect(text).toContain('href="/platform/site/src/branch/main/docs"');
    expect(text).not.toContain(SCRIPT);
  });

  it('says that nothing has been pushed', async () => {
    const { text } = await page('/platform/empty');
    expect(text).toContain('Nothing has been pushed yet.');
  });

  it('lists repositories', async () => {
    for (const path of ['/', '/platform']) {
      expect((await page(path)).text).toContain('href="/platform/site"');
    }
    expect((await page('/nobody')).text).toContain('No repositories yet.');
  });

  it('leads from a folder to a file with an awkward name', async () => {
    const { text } = await page(
      '/platform/site/src/branch/main/docs/a%20%26%20b',
    );
    const href = /<th scope="row">\s*<a\s+href="([^"]+)"/.exec(text)?.[1];
    expect(href).toBe(
      '/platform/site/src/branch/main/docs/a%20%26%20b/q%22&#39;%3F%23%25.txt',
    );
    const file = await page(href!.replace('&#39;', "'"));
    expect(file.status).toBe(200);
    // The parser drops one newline after <pre>, so contents must not be first in it.
    expect(file.text).toContain('<code>\nfirst line\n</code>');
  });

  it.each([
    ['/platform/site/src/branch/main', 200],
    ['/platform/site/src/branch/main/', 200],
    ['/platform/site/src/branch/feature/new/README.md', 200],
    ['/platform/site/src/branch/feature', 404],
    ['/platform/site/src/branch/none', 404],
    ['/platform/site/src/branch/main/none', 404],
    ['/platform/site/src/branch/main/..%2f..%2fsandbox.json', 422],
    ['/platform/site/src/commit/0000000', 404],
    ['/platform/none', 404],
    ['/platform/..%2f..', 404],
    ['/-bad-', 404],
    ['/platform/empty/src/branch/main', 404],
    ['/platform/site/raw/branch/main/docs', 404],
    ['/a/b/c/d', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await page(path)).status).toBe(status);
  });

  it('shows a commit', async () => {
    const sha = (await git(folder.path, 'rev-parse', 'HEAD')).trim();
    const { status, text } = await page(
      `/platform/site/src/commit/${sha}/page.html`,
    );
    expect(status).toBe(200);
    expect(text).toContain(ESCAPED);
  });

  it.each([
    [
      '/platform/site/_edit/main/README.md',
      '/platform/site/src/branch/main/README.md',
    ],
    ['/platform/site.git', '/platform/site'],
  ])('%s leads to %s', async (path, location) => {
    const { status, headers } = await page(path);
    expect(status).toBe(302);
    expect(headers.get('location')).toBe(location);
  });

  it.each([
    ['data.bin', 'Not text.'],
    ['large.txt', 'Too large to show here.'],
  ])('does not show %s', async (file, text) => {
    expect(
      (await page(`/platform/site/src/branch/main/${file}`)).text,
    ).toContain(text);
  });

  it('gives raw bytes that can do nothing', async () => {
    const { text, headers } = await page(
      '/platform/site/raw/branch/main/page.html',
    );
    expect(text).toBe(SCRIPT);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each(['/platform/site', '/platform/none'])(
    'allows its own style and script, and nothing else, on %s',
    async path => {
      const { text, headers } = await page(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      for (const tag of ['style', 'script']) {
        const elements = [
          ...text.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g')),
        ];
        expect(elements).toHaveLength(1);
        const hash = createHash('sha256')
          .update(elements[0][1])
          .digest('base64');
        expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
      }
      expect(text).not.toMatch(/(?:src|href)="https?:/);
    },
  );
});
