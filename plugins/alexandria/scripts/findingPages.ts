import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = join(__dirname, '../../../docs/findings');

/** A link of the documentation leads nowhere on the screen: its words stay. */
const withoutLinks = (text: string) =>
  text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** What a page says below its heading and its severity, which the screen shows already. */
function body(page: string): string {
  const at = page.indexOf('\n## ');
  return withoutLinks(page.slice(at + 1)).trim();
}

/** The module that holds the pages about the findings, from docs/findings, by code. */
export function findingPagesModule(): string {
  const pages = readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'index.md')
    .sort()
    .map(name => [
      basename(name, '.md'),
      body(readFileSync(join(folder, name), 'utf8')),
    ]);
  return `// Written by scripts/generate.ts from docs/findings. Do not edit.
export const findingPages: Record<string, string> = JSON.parse(
  ${JSON.stringify(JSON.stringify(Object.fromEntries(pages)))},
);
`;
}
