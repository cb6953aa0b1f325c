import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hostileTexts,
  prototypeIsClean,
  run,
  Tally,
} from '@alexandriaproject/test-rig';
import MarkdownIt from 'markdown-it';
import { parseAllDocuments } from 'yaml';
import {
  exampleParameters,
  instanceJsonSchema,
  parseInstance,
} from '../instance';
import { schemaPaths } from '../oracle/__testUtils__/schemaPaths';
import { generateRepository, nextSteps } from '../repository';
import { formatIssue } from '../result';
import { formatPath, Segment } from '../values';
import { readYaml } from '../yaml';

// A field is given every text in one test, and what is taken becomes a repository whose commands are run.
jest.setTimeout(60_000);

const tally = new Tally('answers');
const folder = mkdtempSync(join(tmpdir(), 'hostile-answers-'));
const canary = join(folder, 'canary');
const texts = hostileTexts(canary);
const stubs = ['kubectl', 'helm', 'git', 'openssl', 'flux', 'argocd'];

beforeAll(() => {
  for (const name of stubs) {
    writeFileSync(join(folder, name), '#!/bin/sh\nexit 0\n');
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  tally.print();
});

const read = readYaml(exampleParameters());
const example = read.ok ? read.value : {};

/** The example with one answer replaced; lists get it in their first item. */
function withAnswer(
  tree: unknown,
  [segment, ...rest]: Segment[],
  value: unknown,
): unknown {
  if (segment === undefined) {
    return value;
  }
  if (typeof segment === 'number') {
    const [first, ...others] = Array.isArray(tree) ? tree : [];
    return [withAnswer(first, rest, value), ...others];
  }
  const map = (tree ?? {}) as Record<string, unknown>;
  return { ...map, [segment]: withAnswer(map[segment], rest, value) };
}

const markdown = new MarkdownIt({ html: true });

/** The kinds of blocks of a text: what a person's text must not change. */
const blocksOf = (text: string) =>
  markdown.parse(text, {}).map(({ type }) => type);

const inlineHtml = (text: string) =>
  markdown
    .parse(text, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'html_inline' || type === 'image').length;

const shellOf = (text: string) =>
  [...text.matchAll(/^ *```sh\n([^]*?)^ *```/gm)]
    .map(([, commands]) => commands)
    .join('\n');

/** Each field gets one in so many of the texts, and those that stand by themselves, as the description, get all. */
const SHARE = 8;

const usual = parseInstance(example);
const usualReadme = usual.ok
  ? generateRepository(usual.value).find(({ path }) => path === 'README.md')
  : undefined;

async function judge(path: Segment[], text: string): Promise<void> {
  const parsed = parseInstance(withAnswer(example, path, text));
  tally.count(parsed.ok ? 'accepted' : 'refused');
  if (!parsed.ok) {
    const report = parsed.issues.map(formatIssue).join('\n');
    expect(report.length).toBeLessThan(20_000);
    expect(report).not.toMatch(/\n\s+at /);
    return;
  }
  const files = generateRepository(parsed.value);
  for (const file of files) {
    const isYaml =
      /\.ya?ml$/.test(file.path) && !file.path.includes('/templates/');
    const documents = isYaml ? parseAllDocuments(file.content) : [];
    const errors = Array.isArray(documents)
      ? documents.flatMap(document => document.errors)
      : [];
    expect([file.path, errors]).toEqual([file.path, []]);
  }
  const stored = files.find(
    ({ path: at }) => at === '.alexandria/instance.yaml',
  );
  const again = readYaml(stored?.content ?? '');
  expect(again.ok && (again.value as { answers: unknown }).answers).toEqual(
    JSON.parse(JSON.stringify(parsed.value)),
  );
  const readme =
    files.find(({ path: at }) => at === 'README.md')?.content ?? '';
  expect(inlineHtml(readme)).toBe(inlineHtml(usualReadme?.content ?? ''));
  expect(blocksOf(readme)).not.toContain('html_block');
  const script = shellOf(readme) + shellOf(nextSteps(parsed.value));
  const { stderr } = await run('bash', ['-s'], {
    input: script,
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin`, HOME: folder },
  });
  expect(stderr).not.toContain('syntax error');
  expect(existsSync(canary)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual([...stubs].sort());
}

const fields = schemaPaths(instanceJsonSchema() as object).filter(
  ({ schema }) => schema.type === 'string',
);

describe('hostile answers', () => {
  it('are judged beside an example that is accepted', () => {
    expect(usual.ok).toBe(true);
    expect(fields.length).toBeGreaterThan(30);
  });

  it.each(
    fields.map(({ path }, index) => [formatPath(path), path, index] as const),
  )('%s', async (_, path, index) => {
    const share = Object.values(texts).filter(
      (_text, position) =>
        path.length === 1 || (position + index) % SHARE === 0,
    );
    for (const text of share) {
      await judge(path, text);
    }
    expect(prototypeIsClean()).toBe(true);
  });
});
