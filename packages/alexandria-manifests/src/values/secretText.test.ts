import { given, isSecretPath, looksSecret } from './secretText';
import { parsePath } from './path';

describe('looksSecret', () => {
  it.each([
    'postgres://user:password@db/alexandria',
    'sk-ant-api03-abcdef',
    'ghp_abcdefghijkl',
    'eyJhbGciOiJIUzI1NiJ9',
    '-----BEGIN PRIVATE KEY-----',
    'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=',
  ])('takes %s for a credential', text => {
    expect(looksSecret(text)).toBe(true);
  });

  it.each([
    'https://alexandria.example.com/auth',
    'alexandria-auth',
    '10Gi',
    'ghcr.io/alexandriaproject/ee-api',
  ])('takes %s for none', text => {
    expect(looksSecret(text)).toBe(false);
  });
});

describe('isSecretPath', () => {
  it.each([
    ['auth.adminPassword', true],
    ['auth.jwtSecret', true],
    ['auth.typo', true],
    ['config.database.url', true],
    ['extraEnv.api[0].value', true],
    ['federation.providers[0].client_secret', true],
    ['config.extra.mail.api_key', true],
    ['auth.existingSecret', false],
    ['extraEnv.api[0].name', false],
    ['config.database.existingSecretKey', false],
    ['service.port', false],
  ])('%s: %s', (path, expected) => {
    expect(isSecretPath(parsePath(path))).toBe(expected);
  });
});

describe('given', () => {
  it.each<[unknown, string, string | undefined]>([
    ['http', 'service.port', '"http"'],
    ['x'.repeat(80), 'a', `"${'x'.repeat(59)}…`],
    [[1, 2], 'a', 'a list of 2'],
    [{ password: 'x' }, 'a', 'a map'],
    ['secret', 'auth.adminPassword', undefined],
    ['https://u:p@h', 'otel.endpoint', undefined],
    [undefined, 'a', undefined],
  ])('shows %j at %s as %s', (value, path, shown) => {
    expect(given(value, parsePath(path))).toBe(shown);
  });
});
