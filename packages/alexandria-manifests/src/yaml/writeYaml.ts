import { formatPath, Segment } from '../values/path';
import { inlineText, isBlockText, numberText } from './scalarText';

/**
 * What is written into YAML beside the data.
 *
 * @public
 */
export interface WriteYamlOptions {
  /** Comments by value path, each written above its key. */
  comments?: Record<string, string>;
  /** Comment at the top. */
  header?: string;
}

type Map = Record<string, unknown>;

/** The longest key that YAML lets stand before a colon (YAML 1.2.2, section 8.2.2). */
const KEY_MAX = 1024;

const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entriesOf(map: Map): [string, unknown][] {
  return Object.entries(map).filter(([, value]) => value !== undefined);
}

function commentLines(text: string, indent: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(line => `${indent}# ${line}`.trimEnd())
    .join('\n');
}

/** Writes one value below an indentation. It keeps the path only while there are comments to place. */
class Writer {
  readonly #comments: Record<string, string>;
  readonly #hasComments: boolean;
  readonly #path: Segment[] = [];

  constructor(comments: Record<string, string>) {
    this.#comments = comments;
    this.#hasComments = Object.keys(comments).length > 0;
  }

  #commentAt(segment: Segment, indent: string): string {
    if (!this.#hasComments) {
      return '';
    }
    const path = formatPath([...this.#path, segment]);
    return Object.hasOwn(this.#comments, path)
      ? `${commentLines(this.#comments[path], indent)}\n`
      : '';
  }

  #inside<T>(segment: Segment, write: () => T): T {
    if (!this.#hasComments) {
      return write();
    }
    this.#path.push(segment);
    const result = write();
    this.#path.pop();
    return result;
  }

  /** At the top nothing stands before a map or a list, and neither is indented. */
  top(value: unknown): string {
    if (isMap(value) && entriesOf(value).length > 0) {
      return this.map(entriesOf(value), '');
    }
    if (Array.isArray(value) && value.length > 0) {
      return this.list(value, '');
    }
    return this.after(value, '').slice(1);
  }

  /** What follows a `key:` or a `-` on its line, and below it; with a space or a line break in front. */
  after(value: unknown, indent: string): string {
    if (isMap(value)) {
      const entries = entriesOf(value);
      return entries.length === 0
        ? ' {}'
        : `\n${this.map(entries, `${indent}  `)}`;
    }
    if (Array.isArray(value)) {
      return value.length === 0
        ? ' []'
        : `\n${this.list(value, `${indent}  `)}`;
    }
    return ` ${scalar(value, `${indent}  `)}`;
  }

  map(entries: [string, unknown][], indent: string): string {
    return entries
      .map(([key, value]) => {
        const comment = this.#commentAt(key, indent);
        return `${comment}${indent}${this.#inside(key, () =>
          this.#pair(key, value, indent),
        )}`;
      })
      .join('\n');
  }

  #pair(key: string, value: unknown, indent: string): string {
    const text = inlineText(key);
    return text.length > KEY_MAX
      ? // YAML reads JSON.
        `? ${text}\n${indent}: ${inlineJson(value)}`
      : `${text}:${this.after(value, indent)}`;
  }

  list(items: readonly unknown[], indent: string): string {
    return items
      .map((item, index) => {
        const comment = this.#commentAt(index, indent);
        return `${comment}${indent}-${this.#inside(index, () =>
          this.#item(item, indent),
        )}`;
      })
      .join('\n');
  }

  /** The first line of a map or list in a list stands beside the dash. */
  #item(item: unknown, indent: string): string {
    const below = this.after(item, indent);
    return below.startsWith('\n')
      ? ` ${below.slice(1 + indent.length + 2)}`
      : below;
  }
}

/** JSON with every character that a YAML reader might trip over spelled out. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function scalar(value: unknown, indent: string): string {
  switch (typeof value) {
    case 'string':
      return isBlockText(value)
        ? `|${value.endsWith('\n') ? '' : '-'}\n${value
            .replace(/\n$/, '')
            .split('\n')
            .map(line => (line === '' ? '' : `${indent}${line}`))
            .join('\n')}`
        : inlineText(value);
    case 'number':
      return numberText(value);
    case 'boolean':
      return String(value);
    default:
      return 'null';
  }
}

/**
 * Writes a value as YAML that every reader reads alike: text that YAML 1.1, YAML 1.2 or Go would take for anything else
 * is quoted. Keys stay in their order, undefined is left out, the same value gives the same bytes.
 *
 * @throws RangeError for numbers that are infinite or none
 *
 * @public
 */
export function writeYaml(
  value: unknown,
  options: WriteYamlOptions = {},
): string {
  const text = new Writer(options.comments ?? {}).top(value);
  return options.header === undefined
    ? `${text}\n`
    : `${commentLines(options.header, '')}\n${text}\n`;
}

/**
 * Writes several documents, each introduced by a line of `---`.
 *
 * @public
 */
export function writeYamlDocuments(values: unknown[]): string {
  return values.map(value => `---\n${writeYaml(value)}`).join('');
}
