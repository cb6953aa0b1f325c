import { isPlainText } from './plainScalar';

/** Words that begin with a letter or a slash and hold nothing that any reader takes for syntax. */
const PLAIN =
  /^[A-Za-z/_][A-Za-z0-9_./@+-]*(:[A-Za-z0-9_./@+-]+)*( [A-Za-z0-9_./@+-]+(:[A-Za-z0-9_./@+-]+)*)*$/;
/** Several lines, none of them beginning or ending in a way that a block of text would have to spell out. */
const BLOCK =
  /^[^\s\p{Cc}\u2028\u2029\ufeff\ud800-\udfff](\n|[^\p{Cc}\u2028\u2029\ufeff])*$/u;
/** What JSON leaves as it is and YAML 1.1 breaks lines at or refuses. */
const ESCAPED = /[\x7f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/;
const ALL_ESCAPED = new RegExp(ESCAPED.source, 'g');

/** The same few hundred words are in every object: what was found out about them is kept, up to this many. */
const KEPT_MAX = 10_000;
const kept = new Map<string, string>();

function needsEscape(text: string): boolean {
  return (
    /[\x7f-\uffff]/.test(text) &&
    ESCAPED.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))
  );
}

function written(text: string): string {
  if (PLAIN.test(text) && isPlainText(text)) {
    return text;
  }
  const quoted = JSON.stringify(text);
  return needsEscape(text)
    ? quoted.replace(
        ALL_ESCAPED,
        character =>
          `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : quoted;
}

/** Text on one line: bare where every reader takes it for text, else in quotes as JSON has them. */
export function inlineText(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) {
    return known;
  }
  const result = written(text);
  if (kept.size < KEPT_MAX) {
    kept.set(text, result);
  }
  return result;
}

/** Whether text can stand as a block of its lines, for people to read. */
export function isBlockText(text: string): boolean {
  if (!text.includes('\n')) {
    return false;
  }
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    lines.length > 1 &&
    BLOCK.test(text) &&
    !text.endsWith('\n\n') &&
    lines.every(line => line === line.trimEnd())
  );
}

/** A number as YAML 1.1 and 1.2 read it alike: 1.1 wants a dot where there is an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(`${value} has no place in a manifest`);
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  const [mantissa, power] = text.split('e');
  if (power === undefined) {
    return text;
  }
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${power}`;
}
