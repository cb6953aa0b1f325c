import { ValuesInput } from '../values/valuesSchema';
import { base64 } from './base64';
import { secret } from './secret';
import { contextOf } from './__testUtils__/contextOf';

const url = 'postgres://u:p@db/a';

/** Values, and what the chart's own Secret holds. */
const cases: [string, ValuesInput, Record<string, string> | undefined][] = [
  ['the defaults', {}, { 'admin-password': 'changeme' }],
  [
    'explicit values',
    {
      auth: { jwtSecret: 'a', adminPassword: 'b' },
      config: { database: { url } },
    },
    { 'jwt-secret': 'a', 'admin-password': 'b', 'database-url': url },
  ],
  ['an existing Secret', { auth: { existingSecret: 'a' } }, undefined],
  ['external secrets', { externalSecrets: { enabled: true } }, undefined],
  [
    'an existing Secret and a URL',
    {
      auth: { existingSecret: 'a', jwtSecret: 'b' },
      config: { database: { url } },
    },
    { 'database-url': url },
  ],
  ['no admin password', { auth: { adminPassword: '' } }, undefined],
];

describe('the chart’s own Secret', () => {
  it.each(cases)('with %s', (_, values, expected) => {
    const data =
      expected &&
      Object.fromEntries(
        Object.entries(expected).map(([key, text]) => [key, base64(text)]),
      );
    expect(secret(contextOf(values))?.data).toEqual(data);
  });
});
