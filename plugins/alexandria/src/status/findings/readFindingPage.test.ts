/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingPagesModule } from '../../../scripts/findingPages';
import { readFindingPage } from './readFindingPage';
import { findingPages } from './pages.generated';

describe('the pages about findings', () => {
  it('are as they are generated', () => {
    // When this fails: yarn workspace @alexandriaproject/backstage-plugin-alexandria generate
    const file = join(__dirname, 'pages.generated.ts');
    expect(readFileSync(file, 'utf8') === findingPagesModule()).toBe(true);
  });

  it.each(Object.entries(findingPages))(
    'say of %s what it means, how it is told and what to do',
    (_code, page) => {
      const blocks = readFindingPage(page);
      expect(
        blocks.flatMap(block => ('heading' in block ? block.heading : [])),
      ).toEqual(['What it means', 'How it is told', 'What to do']);
      // What the screen does not know how to show.
      expect(page).not.toMatch(/^(?:[-*|>] |```|#[^#]|\d+\. )|\]\(|\*\*/m);
    },
  );
});

describe('readFindingPage', () => {
  it('tells headings, words and code apart', () => {
    expect(readFindingPage('## What to do\n\nRun `a b`,\nthen `c`.\n')).toEqual(
      [
        { heading: 'What to do' },
        {
          pieces: [
            { text: 'Run ', isCode: false },
            { text: 'a b', isCode: true },
            { text: ', then ', isCode: false },
            { text: 'c', isCode: true },
            { text: '.', isCode: false },
          ],
        },
      ],
    );
  });
});
