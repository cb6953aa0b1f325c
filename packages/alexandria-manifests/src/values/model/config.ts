import { z } from 'zod';
import { integer, nginxWord, oneOf, port, text, withDefault } from './fields';
import { optionalObjectName, secretKey } from './kubernetes';
import * as patterns from './patterns';

const tomlText = text(
  'text without control characters other than tab and newline',
  patterns.plainText,
);
const tomlScalar = oneOf('text, true or false, or an integer', [
  tomlText,
  z.boolean(),
  integer(Number.MIN_SAFE_INTEGER),
]);
const tomlKey = text('letters, digits, "_" and "-"', patterns.tomlKey);

/** What a further TOML table may hold: text, booleans, integers and lists of them. */
export const tomlTable = z.record(
  tomlKey,
  oneOf('text, true or false, an integer, or a list of them', [
    tomlScalar,
    z.array(tomlScalar),
  ]),
);

const general = z.strictObject({
  logLevel: withDefault(
    z.enum(['trace', 'debug', 'info', 'warn', 'error']),
    'info',
  ),
  devMode: withDefault(z.boolean(), false),
});

const api = z.strictObject({
  bind: withDefault(text('an IP address', patterns.ipAddress), '0.0.0.0'),
  port: withDefault(port(), 8080),
  impl: withDefault(z.enum(['go']), 'go'),
});

const webauthn = z.strictObject({
  rpId: withDefault(
    text(
      'a domain in lower case such as alexandria.example.com, or ""',
      patterns.optionalDomain,
      253,
    ),
    '',
  ),
  rpOrigin: withDefault(
    text(
      'an https origin such as https://alexandria.example.com (http only for localhost), without a path, or ""',
      patterns.optionalOrigin,
    ),
    '',
  ),
  rpName: withDefault(
    text('one line of text', patterns.oneLine, 200).min(1),
    'Alexandria',
  ),
});

const database = z.strictObject({
  url: withDefault(
    text(
      'a postgres:// or postgresql:// URL, or "" for SQLite',
      patterns.postgresUrl,
    ),
    '',
  ),
  existingSecret: withDefault(optionalObjectName, ''),
  existingSecretKey: withDefault(secretKey, 'database-url'),
});

const security = z.strictObject({
  enabled: withDefault(z.boolean(), true),
  csp: withDefault(
    nginxWord(
      'printable ASCII without the characters ", \\ and $, which nginx would read as more',
      patterns.csp,
    ),
    '',
  ),
  hstsMaxAge: withDefault(integer(0), 0),
  hstsIncludeSubdomains: withDefault(z.boolean(), false),
  lockout: z.strictObject({
    enabled: withDefault(z.boolean(), true),
    maxAttempts: withDefault(integer(1), 10),
    windowSeconds: withDefault(integer(1), 300),
    lockoutSeconds: withDefault(integer(1), 900),
  }),
});

export const config = z.strictObject({
  general,
  api,
  webauthn,
  database,
  security,
  extra: withDefault(z.record(tomlKey, tomlTable), {}),
});
