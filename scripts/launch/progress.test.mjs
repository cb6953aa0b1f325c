import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { duration } from './progress.mjs';

describe('duration', () => {
  for (const [ms, expected] of [
    [0, '0.0 s'],
    [420, '0.4 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [59_400, '59 s'],
    [60_000, '1 min 0 s'],
    [365_000, '6 min 5 s'],
  ]) {
    it(`says ${expected}`, () => assert.equal(duration(ms), expected));
  }
});
