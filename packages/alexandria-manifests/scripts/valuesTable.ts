import { parse } from 'yaml';

/** A value of the chart, as values.yaml documents it. */
export interface DocumentedValue {
  path: string;
  description: string;
  /** Absent where there is no default, and inside lists. */
  default?: unknown;
}

interface Entry {
  path: string;
  indent: number;
  documented: boolean;
  isList: boolean;
}

const KEY = /^( *)(- )?([A-Za-z]+):(.*)$/;
const COMMENTED_KEY = /^ *# ([A-Za-z]+): (?!.*[,;.]$)/;

function defaultAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (node, key) =>
        typeof node === 'object' && node !== null
          ? Object.entries(node).find(([name]) => name === key)?.[1]
          : undefined,
      values,
    );
}

/**
 * Reads what stands after `# --` above each key of values.yaml; further lines of such a comment are indented more.
 *
 * @throws Error naming the keys that nothing is said about, neither at the key nor at a map that it is in
 */
export function documentedValues(text: string): DocumentedValue[] {
  const values: unknown = parse(text);
  const rows: DocumentedValue[] = [];
  const missing: string[] = [];
  const open: Entry[] = [];
  let comment: string[] = [];

  const pathOf = (indent: number, inItem: boolean, key: string) => {
    while (open.length > 0 && open[open.length - 1].indent >= indent) {
      open.pop();
    }
    const parent = open.at(-1);
    if (parent === undefined) {
      return key;
    }
    parent.isList ||= inItem;
    return `${parent.path}${parent.isList ? '[]' : ''}.${key}`;
  };
  const add = (path: string) => {
    rows.push({
      path,
      description: comment.join(' ').replace(/ +/g, ' '),
      default: defaultAt(values, path),
    });
    comment = [];
  };

  for (const line of text.split('\n')) {
    const [, first] = /^ *# -- (.*)$/.exec(line) ?? [];
    const [, further] = /^ *# {3,}(.*)$/.exec(line) ?? [];
    const [, optional] = COMMENTED_KEY.exec(line) ?? [];
    const key = KEY.exec(line);
    if (first !== undefined) {
      comment = [first];
    } else if (further !== undefined && comment.length > 0) {
      comment.push(further.trim());
    } else if (optional !== undefined && comment.length > 0) {
      add(pathOf(line.indexOf('#'), false, optional));
    } else if (key !== null) {
      const [, spaces, dash, name, rest] = key;
      const path = pathOf(spaces.length, dash !== undefined, name);
      const documented = comment.length > 0;
      const covered = documented || open.some(entry => entry.documented);
      if (documented) {
        add(path);
      } else if (!covered && rest.trim() !== '') {
        missing.push(path);
      }
      // The keys of an item stand two further than its dash, beside the first of them.
      const indent = spaces.length + (dash?.length ?? 0);
      open.push({ path, indent, documented, isList: false });
    }
  }
  if (missing.length > 0) {
    throw new Error(`values.yaml says nothing about ${missing.join(', ')}`);
  }
  return rows;
}

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/</g, '&lt;');

/** The table of all values, in Markdown. */
export function valuesTable(text: string): string {
  const lines = documentedValues(text).map(row => {
    const value =
      row.default === undefined ? '' : `\`${JSON.stringify(row.default)}\``;
    return `| \`${row.path}\` | ${cell(value)} | ${cell(row.description)} |`;
  });
  return [
    '| value | default | what it is |',
    '| --- | --- | --- |',
    ...lines,
  ].join('\n');
}

const BEGIN =
  '<!-- The table of values.yaml, written by the script "generate". -->';
const END = '<!-- End of the table. -->';

/**
 * README.md with the table of values between its two marks.
 *
 * @throws Error when it lacks them
 */
export function withValuesTable(readme: string, values: string): string {
  const [before, ...rest] = readme.split(BEGIN);
  const [, after] = rest.join(BEGIN).split(END);
  if (after === undefined) {
    throw new Error('README.md lacks the marks around the table of values');
  }
  return `${before}${BEGIN}\n\n${valuesTable(values)}\n\n${END}${after}`;
}
