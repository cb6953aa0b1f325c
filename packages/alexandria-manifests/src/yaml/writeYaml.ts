import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Node,
  Scalar,
  ScalarTag,
} from 'yaml';
import { formatPath, Segment } from '../values/path';
import { isPlainText } from './plainScalar';

export interface WriteYamlOptions {
  /** Comments by value path, each written above its key. */
  comments?: Record<string, string>;
  /** Comment at the top. */
  header?: string;
}

/** Words that begin with a letter or a slash and hold nothing that any reader takes for syntax. */
const PLAIN =
  /^[A-Za-z/_][A-Za-z0-9_./@+-]*(:[A-Za-z0-9_./@+-]+)*( [A-Za-z0-9_./@+-]+(:[A-Za-z0-9_./@+-]+)*)*$/;
/** Several lines, none of them beginning or ending in a way that a block of text would have to spell out. */
const BLOCK =
  /^[^\s\p{Cc}\u2028\u2029\ufeff\ud800-\udfff](\n|[^\p{Cc}\u2028\u2029\ufeff])*$/u;
/** What JSON leaves as it is and YAML 1.1 breaks lines at or refuses. */
const ESCAPED = /[\x7f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/;

function escape(text: string): string {
  return JSON.stringify(text).replace(
    new RegExp(ESCAPED.source, 'g'),
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const escapedText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: value =>
    typeof value === 'string' &&
    /[\x7f-\uffff]/.test(value) &&
    needsEscape(value),
  resolve: text => text,
  stringify: ({ value }) => escape(String(value)),
};

function needsEscape(text: string): boolean {
  return ESCAPED.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''));
}

/** YAML 1.1 wants a dot in a number with an exponent. */
const exponent: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: value => typeof value === 'number' && /e/.test(String(value)),
  // A tag without a test loses to those that have one. Nothing is read with this tag, so that this one never matches.
  test: /[^\s\S]/,
  resolve: text => Number(text),
  stringify: ({ value }) => {
    const [mantissa, power] = String(value).split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${power}`;
  },
};

function style(text: string): Scalar.Type {
  if (PLAIN.test(text) && isPlainText(text)) {
    return Scalar.PLAIN;
  }
  const lines = text.replace(/\n$/, '').split('\n');
  const block =
    lines.length > 1 &&
    BLOCK.test(text) &&
    !text.endsWith('\n\n') &&
    lines.every(line => line === line.trimEnd());
  return block ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

const comment = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map(line => ` ${line}`.trimEnd())
    .join('\n');

function dress(
  node: unknown,
  segments: Segment[],
  comments: Record<string, string>,
): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string') {
      node.type = style(node.value);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      const here = [...segments, index];
      const path = formatPath(here);
      if (Object.hasOwn(comments, path)) {
        (item as Node).commentBefore = comment(comments[path]);
      }
      dress(item, here, comments);
    });
  } else if (isMap(node)) {
    node.items.forEach(pair => {
      if (!isPair(pair) || !isScalar(pair.key)) {
        return;
      }
      const here = [...segments, String(pair.key.value)];
      const path = formatPath(here);
      if (Object.hasOwn(comments, path)) {
        pair.key.commentBefore = comment(comments[path]);
      }
      dress(pair.key, here, comments);
      if (pair.key.type === Scalar.BLOCK_LITERAL) {
        pair.key.type = Scalar.QUOTE_DOUBLE;
      }
      dress(pair.value, here, comments);
    });
  }
}

/**
 * Writes a value as YAML that every reader reads alike: text that YAML 1.1, YAML 1.2 or Go would take for anything else
 * is quoted. Keys stay in their order, undefined is left out, the same value gives the same bytes.
 */
export function writeYaml(
  value: unknown,
  options: WriteYamlOptions = {},
): string {
  const document = new Document(value, {
    version: '1.2',
    aliasDuplicateObjects: false,
    customTags: tags => [escapedText, exponent, ...tags],
  });
  dress(document.contents, [], options.comments ?? {});
  const text = document.toString({
    lineWidth: 0,
    singleQuote: false,
    doubleQuotedAsJSON: true,
    indentSeq: true,
  });
  return options.header === undefined
    ? text
    : `${options.header
        .split(/\r\n?|\n/)
        .map(line => `# ${line}`.trimEnd())
        .join('\n')}\n${text}`;
}

/** Writes several documents, each introduced by a line of `---`. */
export function writeYamlDocuments(values: unknown[]): string {
  return values.map(value => `---\n${writeYaml(value)}`).join('');
}
