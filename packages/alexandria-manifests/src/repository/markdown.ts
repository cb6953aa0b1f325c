/** Text of a person as Markdown that reads as that text: no markup, no HTML, one line. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+\-!|>~:@]/g, '\\$&');
}

/** Text as a span of code. */
export function code(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  const longest = Math.max(
    0,
    ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  const pad = oneLine.startsWith('`') || oneLine.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${oneLine.replace(/\|/g, '\\|')}${pad}${fence}`;
}

/** Commands in a block of their own. Empty lines at the ends are dropped. */
export function shell(...lines: string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

/** A table; the cells are Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

/** Paragraphs, lists and blocks, with an empty line between them. What is false is left out. */
export function document(...blocks: (string | false | undefined)[]): string {
  return `${blocks.filter(block => Boolean(block)).join('\n\n')}\n`;
}

/** One item per line. */
export function list(...items: (string | false | undefined)[]): string {
  return items
    .filter(item => Boolean(item))
    .map(item => `- ${item}`)
    .join('\n');
}

/** A word of a POSIX shell command. */
export function word(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** With its first letter as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
