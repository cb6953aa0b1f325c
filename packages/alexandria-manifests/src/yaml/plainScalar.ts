import { Document } from 'yaml';

type Tag = Document['schema']['tags'][number];

const tagsOf = (version: '1.1' | '1.2'): Tag[] =>
  new Document(null, { version, merge: version === '1.1' }).schema.tags;

/** Go's strconv takes these as integers, whatever YAML says; behind 0b and 0o its YAML reader asks it again, and takes a sign there: 0b-1. */
const GO_INTEGER = /^([-+]?0[xXbBoO][0-9A-Fa-f_]+|0[bo][-+][0-9_]+)$/;

/** A number to YAML 1.2 and Go; text to YAML 1.1, which wants a dot and a sign: 1.0e+3. */
const EXPONENT = /^[-+]?[0-9.]+[eE][-+]?[0-9]+$/;
const EXPONENT_11 = /^[-+]?[0-9]+\.[0-9]*[eE][-+][0-9]+$/;

/** Go leaves out every underscore of what begins like a number, and then reads it: -_0 is 0. */
const GO_SEPARATED = /^[-+.0-9].*_/s;
const GO_NUMBER =
  /^(0[bo][-+][0-9]+|[-+]?0[xXbBoO][0-9A-Fa-f]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)$/;

function reading(tags: Tag[], source: string): unknown {
  const tag = tags.find(
    candidate =>
      candidate.default !== undefined &&
      candidate.default !== false &&
      candidate.test?.test(source) === true,
  );
  if (tag === undefined) {
    return source;
  }
  // What it resolves to tells two readings apart; that a tag matched tells text from anything else.
  const value: unknown =
    typeof tag.resolve === 'function' && tag.collection === undefined
      ? tag.resolve(source, () => undefined, {})
      : undefined;
  const plain =
    typeof value === 'object' && value !== null && 'value' in value
      ? value.value
      : value;
  return typeof plain === 'number' || typeof plain === 'boolean'
    ? plain
    : tag.tag;
}

const tags11 = tagsOf('1.1');
const tags12 = tagsOf('1.2');

/** Whether YAML 1.1, YAML 1.2 and Go's reader do not all read this unquoted text as the same value. */
export function isAmbiguous(source: string): boolean {
  if (GO_INTEGER.test(source)) {
    return !/^0x[0-9a-fA-F]+$/.test(source);
  }
  if (GO_SEPARATED.test(source) && GO_NUMBER.test(source.replace(/_/g, ''))) {
    return true;
  }
  if (EXPONENT.test(source) && !EXPONENT_11.test(source)) {
    return true;
  }
  return !Object.is(reading(tags11, source), reading(tags12, source));
}

/** Whether every reader takes this unquoted text for text. */
export function isPlainText(source: string): boolean {
  return (
    !isAmbiguous(source) &&
    reading(tags11, source) === source &&
    reading(tags12, source) === source
  );
}
