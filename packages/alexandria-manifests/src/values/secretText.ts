import { Segment } from './path';

const SECRET_KEY =
  /(pass(word|wd|phrase)?|secret|token|api[-_]?key|private[-_]?key|credential|dsn)s?$/i;
/** Keys that look like a secret's and hold a reference. */
const REFERENCE_KEY =
  /^(existingSecret|existingSecretKey|jwtSecretKey|secretName|imagePullSecrets|apiKeySecretRef)$/;

/** Text that is, or carries, a credential: a URL with a user, well-known prefixes, PEM, long random strings. */
const SECRET_TEXT = [
  /:\/\/[^/\s]*@/,
  /-----BEGIN/,
  /\b(sk-|xox[a-z]-|gh[opsu]_|github_pat_|glpat-|AKIA|eyJ)[A-Za-z0-9_-]{4,}/,
  /[A-Za-z0-9+/_-]*[0-9][A-Za-z0-9+/_-]{31,}={0,2}/,
];

/** Whether text looks like a credential. */
export function looksSecret(text: string): boolean {
  const start = text.slice(0, 2000);
  return SECRET_TEXT.some(pattern => pattern.test(start));
}

/** Whether a value at this path is, or may be, a credential. */
export function isSecretPath(segments: readonly Segment[]): boolean {
  const keys = segments.filter(
    (segment): segment is string => typeof segment === 'string',
  );
  const [first, second] = keys;
  if (first === 'auth' && second !== 'existingSecret') {
    return true;
  }
  if (first === 'extraEnv' || keys.join('.') === 'config.database.url') {
    return keys.at(-1) !== 'name';
  }
  return keys.some(key => SECRET_KEY.test(key) && !REFERENCE_KEY.test(key));
}

const GIVEN_MAX = 60;

/** What was given, as short JSON; undefined for what is or looks like a credential, and for what says nothing. */
export function given(
  value: unknown,
  segments: readonly Segment[],
): string | undefined {
  if (value === undefined || isSecretPath(segments)) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value === 'object' && value !== null) {
    return 'a map';
  }
  const json = JSON.stringify(value);
  if (looksSecret(json)) {
    return undefined;
  }
  return json.length > GIVEN_MAX ? `${json.slice(0, GIVEN_MAX)}…` : json;
}
