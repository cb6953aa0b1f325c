import {
  Alias,
  Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
  Scalar,
  YAMLMap,
} from 'yaml';
import { firstIssues, Issue, MAX_ISSUES, Result } from '../result';
import { formatPath, Segment } from '../values/path';
import { given } from '../values/secretText';
import {
  KEY_MAX,
  MAX_DEPTH,
  MAX_LENGTH,
  sizeIssues,
} from '../values/sizeIssues';
import { excess } from './excess';
import { isAmbiguous } from './plainScalar';

/** Tab, line feed and carriage return aside. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** Line breaks to YAML 1.1, as Helm reads it, and text to YAML 1.2. */
const UNICODE_BREAK = /[\u2028\u2029]/;

const SHOWN_MAX = 200;
const short = (text: string) =>
  text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;

const fail = (issues: Issue[]): Result<never> => ({
  ok: false,
  issues,
  warnings: [],
});

/** Walks the nodes as written and notes what Helm would refuse, or read as something else than it looks. */
class Inspection {
  readonly #found: Issue[] = [];
  #total = 0;
  readonly #open: (string | undefined)[] = [];
  /** How many collections in braces and brackets are open. */
  #flow = 0;

  constructor(
    readonly text: string,
    readonly where: (offset: number | undefined) => string,
  ) {}

  #add(
    node: Node | null,
    segments: Segment[],
    message: string,
    extra: Partial<Issue> = {},
  ) {
    if (++this.#total > MAX_ISSUES) {
      return;
    }
    this.#found.push({
      path: formatPath(segments),
      message: `${message}${this.where(node?.range?.[0])}`,
      ...extra,
    });
  }

  get issues(): Issue[] {
    return firstIssues(this.#found, this.#total);
  }

  node(node: Node | null, segments: Segment[]): void {
    if (node === null) {
      return;
    }
    if (segments.length > MAX_DEPTH) {
      this.#add(node, segments, `is nested more than ${MAX_DEPTH} levels deep`);
      return;
    }
    if (isAlias(node)) {
      this.#alias(node, segments);
      return;
    }
    if (node.tag !== undefined) {
      this.#add(node, segments, 'has a tag, which values may not have', {
        remedy: 'Leave the tag out; put text in quotes',
      });
    }
    const flow = isCollection(node) && node.flow === true ? 1 : 0;
    this.#flow += flow;
    this.#open.push(isCollection(node) ? node.anchor : undefined);
    if (isScalar(node)) {
      this.#scalar(node, segments);
    } else if (isMap(node)) {
      this.#map(node, segments);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) =>
        this.node(item as Node | null, [...segments, index]),
      );
    }
    this.#open.pop();
    this.#flow -= flow;
  }

  #alias(node: Alias, segments: Segment[]): void {
    if (this.#open.includes(node.source)) {
      this.#add(node, segments, 'is an alias of what it stands in');
    }
  }

  #scalar(node: Scalar, segments: Segment[]): void {
    const source = node.source ?? '';
    if (
      node.type === Scalar.BLOCK_LITERAL ||
      node.type === Scalar.BLOCK_FOLDED
    ) {
      this.#block(node, source, segments);
      return;
    }
    if (node.type !== Scalar.PLAIN) {
      return;
    }
    this.#flowText(node, source, segments);
    if (isAmbiguous(source)) {
      this.#add(
        node,
        segments,
        'is read as different values by different YAML readers',
        {
          given: given(source, segments)?.slice(1, -1),
          remedy:
            given(source, segments) === undefined
              ? 'Quote it'
              : `Quote it: "${short(source)}"`,
        },
      );
    } else if (typeof node.value === 'number') {
      const whole = /^[-+]?[0-9]+$|^0x/.test(source);
      if (
        !Number.isFinite(node.value) ||
        (whole && !Number.isSafeInteger(node.value))
      ) {
        this.#add(node, segments, 'is a number that cannot be held exactly', {
          given: given(source, segments)?.slice(1, -1),
          remedy: 'Quote it, or write an integer of at most 2^53 - 1',
        });
      }
    }
  }

  /** Helm's reader looks for the indentation of a block before it looks at its text. */
  #block(node: Scalar, source: string, segments: Segment[]): void {
    const start = node.range?.[0] ?? 0;
    const header = /^[|>][-+]?[1-9]?/.exec(this.text.slice(start))?.[0] ?? '';
    if (/^\n*\t/.test(source) && !/[1-9]/.test(header)) {
      this.#add(node, segments, 'is a block of text that begins with a tab', {
        remedy: 'Put the text in quotes, with \\t for the tab',
      });
    }
  }

  /** In braces and brackets Helm's reader takes a question mark, and a colon that comes first, for syntax. */
  #flowText(node: Scalar, source: string, segments: Segment[]): void {
    if (this.#flow > 0 && /^:|\?/.test(source)) {
      this.#add(
        node,
        segments,
        'has a "?", or begins with a ":", in unquoted text within braces or brackets',
        { remedy: 'Quote it' },
      );
    }
  }

  #map(map: YAMLMap, segments: Segment[]): void {
    const seen = new Set<string>();
    map.items.forEach((pair, index) => {
      if (!isPair(pair)) {
        return;
      }
      const key = pair.key as Node | null;
      if (!isScalar(key) || isAlias(key)) {
        this.#add(key, segments, 'has a key that is no text');
        return;
      }
      const plain = key.type === Scalar.PLAIN;
      const source = String(key.source ?? key.value);
      const isMerge = plain && source === '<<';
      const name = typeof key.value === 'string' ? key.value : source;
      if (name.length > KEY_MAX) {
        this.#add(
          map,
          segments,
          `has a key of more than ${KEY_MAX} characters`,
        );
        return;
      }
      const here = [...segments, name];
      if (plain) {
        this.#flowText(key, source, here);
      }
      if (key.tag !== undefined) {
        this.#add(key, here, 'has a tag, which values may not have');
      }
      if (isMerge && index > 0) {
        this.#add(key, here, 'must come first in its map', {
          remedy: 'Readers disagree on which of the keys wins otherwise',
        });
      }
      if (
        !isMerge &&
        plain &&
        (typeof key.value !== 'string' || isAmbiguous(source))
      ) {
        this.#add(key, here, 'is a key that is not read as text everywhere', {
          remedy: `Quote it: "${short(source)}"`,
        });
      }
      if (name === '__proto__') {
        this.#add(key, here, 'is not accepted as a key');
      }
      if (seen.has(name)) {
        this.#add(key, here, 'comes twice in one map', {
          remedy: 'Keep one of the two',
        });
      }
      seen.add(name);
      this.node(pair.value as Node | null, here);
    });
  }
}

function syntaxIssues(
  document: Document.Parsed,
  where: (offset: number | undefined) => string,
): Issue[] {
  return document.errors.map(error => ({
    path: '',
    message: `is no valid YAML${where(error.pos[0])}: ${error.message}`,
  }));
}

/**
 * Reads a values file with Helm's meaning. What readers disagree on is refused, so that an accepted file means the same
 * to Helm, to this library and to people: unquoted text such as `on` or `0123`, keys given twice, tags, several
 * documents. Anchors, aliases and merge keys are taken, as Helm takes them, up to a bounded size.
 *
 * An empty document is an empty map.
 *
 * @param options - `file` names the file in messages
 *
 * @public
 */
export function readYaml(
  text: string,
  options: { file?: string } = {},
): Result<unknown> {
  const inFile = options.file === undefined ? '' : ` of ${options.file}`;
  const lines = new LineCounter();
  const where = (offset: number | undefined) =>
    offset === undefined
      ? ''
      : ` (line ${lines.linePos(offset).line}${inFile})`;
  if (text.length > MAX_LENGTH) {
    return fail([
      { path: '', message: `is longer than ${MAX_LENGTH} characters${inFile}` },
    ]);
  }
  const tooMuch = excess(text);
  if (tooMuch !== undefined) {
    return fail([{ path: '', message: `${tooMuch}${inFile}` }]);
  }
  if (CONTROL.test(text)) {
    return fail([{ path: '', message: `holds a control character${inFile}` }]);
  }
  const unicodeBreak = text.search(UNICODE_BREAK);
  if (unicodeBreak >= 0) {
    const line = text.slice(0, unicodeBreak).split(/\r\n?|\n/).length;
    return fail([
      {
        path: '',
        message: `holds a line break of Unicode (line ${line}${inFile})`,
        remedy: 'Take it out: Helm would end the line there',
      },
    ]);
  }
  try {
    const parsed = parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      merge: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    const errors = documents.flatMap(document => syntaxIssues(document, where));
    if (errors.length > 0) {
      return fail(firstIssues(errors));
    }
    if (documents.length > 1) {
      return fail([
        {
          path: '',
          message: `holds ${documents.length} documents${inFile}`,
          remedy: 'Keep one, without lines of ---',
        },
      ]);
    }
    const document = documents.at(0);
    if (document === undefined || document.contents === null) {
      return { ok: true, value: {}, warnings: [] };
    }
    if (document.directives.yaml.explicit === true) {
      return fail([
        {
          path: '',
          message: `has a %YAML directive${inFile}`,
          remedy: 'Leave it out',
        },
      ]);
    }
    const inspection = new Inspection(text, where);
    inspection.node(document.contents as Node, []);
    if (inspection.issues.length > 0) {
      return fail(inspection.issues);
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null) {
      return { ok: true, value: {}, warnings: [] };
    }
    if (typeof value !== 'object' || Array.isArray(value)) {
      return fail([
        {
          path: '',
          message: `must be a map at the top${inFile}`,
          given: given(value, []),
        },
      ]);
    }
    const tooLarge = sizeIssues(value);
    if (tooLarge.length > 0) {
      return fail(
        tooLarge.map(({ path, message }) => ({
          path,
          message: `${message} once its aliases are expanded${inFile}`,
        })),
      );
    }
    return { ok: true, value, warnings: [] };
  } catch (error) {
    // Thrown by the parser for nesting without end, unknown anchors, too many aliases and merges of anything but maps.
    return fail([
      {
        path: '',
        message:
          error instanceof RangeError
            ? `is nested too deeply${inFile}`
            : `cannot be read${inFile}: ${
                error instanceof Error ? error.message : 'unknown cause'
              }`,
      },
    ]);
  }
}
