import { isRecord, type Json } from '../../objects/read';
import { fieldsOf, type Step } from './path';

/** As much as is told of one value. */
const MOST = 200;

/**
 * Fields in which people put credentials, though they should not: values of variables, commands, configuration, headers.
 * Nothing in them is ever told, neither what is asked for nor what is there.
 */
const WITHHELD = [
  'args',
  'binaryData',
  'command',
  'data',
  'exec',
  'httpHeaders',
  'requestHeaderModifier',
  'responseHeaderModifier',
  'stringData',
];

/** An annotation may hold anything; of these it is known what. */
const PLAIN_ANNOTATIONS = [
  'checksum/config',
  'helm.sh/resource-policy',
  'kubectl.kubernetes.io/default-container',
];

/** Text that is, or carries, a credential: a URL with a user, PEM, well-known prefixes, long random strings. */
const CREDENTIAL = [
  /:\/\/[^/\s]*@/,
  /-----BEGIN/,
  /\b(sk-|xox[a-z]-|gh[opsu]_|github_pat_|glpat-|AKIA|eyJ)[A-Za-z0-9_-]{4,}/,
  /^(?!(.*@)?sha256:|[0-9a-f]{64}$)(?=.*[0-9])[A-Za-z0-9+/_-]{32,}={0,2}$/,
];

/** Whether values at a path are kept back, whatever they are. */
export function isWithheld(path: readonly Step[]): boolean {
  const fields = fieldsOf(path);
  const annotation = fields[fields.lastIndexOf('annotations') + 1];
  return (
    fields.some(field => WITHHELD.includes(field)) ||
    (fields.includes('env') && fields.at(-1) === 'value') ||
    (fields.includes('annotations') &&
      annotation !== undefined &&
      !PLAIN_ANNOTATIONS.includes(annotation))
  );
}

/** What is told of a value: a single one as one short line. */
export function shownValue(
  path: readonly Step[],
  value: Json,
): { text?: string; withheld: boolean } {
  if (value === undefined) {
    return { withheld: false };
  }
  if (isWithheld(path)) {
    return { withheld: true };
  }
  if (isRecord(value) || Array.isArray(value)) {
    return { withheld: false };
  }
  const text = String(value).replace(/\s+/g, ' ');
  if (CREDENTIAL.some(pattern => pattern.test(text.slice(0, 2_000)))) {
    return { withheld: true };
  }
  return {
    text: text.length > MOST ? `${text.slice(0, MOST)}…` : text,
    withheld: false,
  };
}
