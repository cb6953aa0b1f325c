/** @jest-environment node */
import { X509Certificate } from 'node:crypto';
import { makeKey, selfSigned } from './certificate';

describe('selfSigned', () => {
  it('is of the names and the time that are asked for', () => {
    const notBefore = new Date('2026-01-05T08:00:00Z');
    const notAfter = new Date('2026-04-05T08:00:00Z');
    const { cert, key } = selfSigned({
      names: ['library.example.com', '127.0.0.1'],
      ...{ notBefore, notAfter, key: makeKey() },
    });
    const read = new X509Certificate(cert);
    expect(read.validFromDate).toEqual(notBefore);
    expect(read.validToDate).toEqual(notAfter);
    expect(read.checkHost('library.example.com')).toBeDefined();
    expect(read.checkHost('other.example.com')).toBeUndefined();
    expect(read.checkIP('127.0.0.1')).toBeDefined();
    expect(read.verify(read.publicKey)).toBe(true);
    expect(key).toContain('PRIVATE KEY');
  });
});
