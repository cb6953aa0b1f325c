import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './launch/paths.mjs';

const below = folder =>
  readdirSync(join(root, folder)).map(name => join(folder, name));

const documentation = readdirSync(join(root, 'docs'), { recursive: true })
  .filter(path => path.endsWith('.md'))
  .map(path => join('docs', path));

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...documentation,
  ...[...below('packages'), ...below('plugins')].map(folder =>
    join(folder, 'README.md'),
  ),
].filter(path => path.endsWith('.md') && existsSync(join(root, path)));

/** What is within back-ticks, one or three, is no link. */
const code = /^(```+).*?^\1|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/gms;

/** Targets of links and pictures that lead to files of the repository. */
function targets(page) {
  const text = readFileSync(join(root, page), 'utf8').replace(code, '');
  return [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
    .map(([, target]) => target)
    .filter(target => !/^[a-z]+:/.test(target));
}

describe('the documentation', () => {
  for (const page of pages) {
    it(`has what ${page} links to`, () => {
      const missing = targets(page).filter(
        target => !existsSync(join(root, dirname(page), target)),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('is listed by mkdocs.yml, each page once', () => {
    const nav = [
      ...readFileSync(join(root, 'mkdocs.yml'), 'utf8').matchAll(
        /^ +- .+: (\S+\.md)$/gm,
      ),
    ].map(([, path]) => `docs/${path}`);
    assert.deepEqual(nav.sort(), documentation.sort());
  });

  it('has every point of the checklist', () => {
    const rules = readFileSync(
      join(
        root,
        'packages/alexandria-manifests/src/checklist/checklistRules.ts',
      ),
      'utf8',
    );
    const page = readFileSync(
      join(root, 'docs/production-checklist.md'),
      'utf8',
    );
    const titles = [...rules.matchAll(/^ {4}title: '([^']+)',$/gm)].map(
      ([, title]) => title[0].toUpperCase() + title.slice(1),
    );
    assert.ok(titles.length > 0);
    assert.deepEqual(
      titles.filter(title => !page.includes(`| ${title} `)),
      [],
    );
  });
});
