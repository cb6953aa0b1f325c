import { ValuesInput } from '../values/valuesSchema';
import { configChecksum } from './configChecksum';
import { contextOf } from './__testUtils__/contextOf';

const checksum = (values: ValuesInput = {}) =>
  configChecksum(contextOf(values));

describe('configChecksum', () => {
  it('is a SHA-256, the same for the same values', () => {
    expect(checksum()).toMatch(/^[0-9a-f]{64}$/);
    expect(checksum()).toBe(checksum());
  });

  it.each<[string, ValuesInput]>([
    ['alexandria.conf', { config: { general: { logLevel: 'debug' } } }],
    ['nginx.conf', { dashboard: { clientMaxBodySize: '1m' } }],
  ])('follows %s', (_, values) => {
    expect(checksum(values)).not.toBe(checksum());
  });

  it.each<[string, ValuesInput]>([
    ['a secret', { auth: { jwtSecret: 'a', adminPassword: 'b' } }],
    ['a database URL', { config: { database: { url: 'postgres://u:p@h/d' } } }],
    ['an image', { image: { api: { tag: 'v1.0.0' } } }],
    ['a label', { commonLabels: { team: 'a' } }],
  ])('does not follow %s', (_, values) => {
    expect(checksum(values)).toBe(checksum());
  });
});
