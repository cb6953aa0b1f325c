import { isSecretPath, looksSecret } from '../values/secretText';
import type { Segment } from '../values/path';
import { writeYaml } from '../yaml';
import type { Shown } from './PlanConflict';

/** Stands for what is not there; a tree has no word for it. */
export const ABSENT = Symbol('absent');
/** Stands for what nobody can tell any more. */
export const UNKNOWN = Symbol('unknown');

/** A tree, or one of the two. */
export type Side = unknown;

const SHOWN_MAX = 2000;

/** Digests are long and random, and no secret. */
const DIGEST = /sha256:[0-9a-f]{64}/g;

/** A line that says what a password is. */
const ASSIGNMENT =
  /(pass(word|wd|phrase)?|secret|token|api[-_]?key|private[-_]?key|credential|dsn)s?["']?\s*[:=]\s*\S/i;

/** Cuts what nobody reads to its end. */
function short(text: string): string {
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

/** Whether text is, or may hold, a credential. */
export function holdsSecret(text: string): boolean {
  return text
    .replace(DIGEST, '')
    .split('\n')
    .some(line => looksSecret(line) || ASSIGNMENT.test(line));
}

function holdsSecretValue(value: unknown, segments: Segment[]): boolean {
  if (Array.isArray(value)) {
    return value.some((item, index) =>
      holdsSecretValue(item, [...segments, index]),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).some(([key, item]) =>
      holdsSecretValue(item, [...segments, key]),
    );
  }
  return typeof value === 'string'
    ? value !== '' &&
        (isSecretPath(segments) || looksSecret(value.replace(DIGEST, '')))
    : typeof value === 'number' && isSecretPath(segments);
}

/** As a person writes it: text stands bare unless it would be taken for something else. */
function written(value: unknown): string {
  return typeof value === 'string' &&
    value !== '' &&
    !/^[-+.\d]*$/.test(value) &&
    !['true', 'false', 'null'].includes(value)
    ? value
    : writeYaml(value).trimEnd();
}

/** A value as YAML, unless it is or holds a secret. */
export function shownValue(value: Side, segments: Segment[]): Shown {
  if (value === ABSENT || value === UNKNOWN) {
    return { is: value === ABSENT ? 'absent' : 'unknown' };
  }
  return holdsSecretValue(value, segments)
    ? { is: 'withheld' }
    : { is: 'text', text: short(written(value)) };
}

/** Text as it is, unless a line of it looks like a secret. */
export function shownText(
  text: string | typeof ABSENT | typeof UNKNOWN,
): Shown {
  if (typeof text !== 'string') {
    return { is: text === ABSENT ? 'absent' : 'unknown' };
  }
  return holdsSecret(text)
    ? { is: 'withheld' }
    : { is: 'text', text: short(text) };
}
