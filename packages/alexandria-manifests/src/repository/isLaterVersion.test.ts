import { isLaterVersion } from './isLaterVersion';

describe('isLaterVersion', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.1.0', '0.2.0', false],
    ['0.1.0', '0.1.0', false],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.1-rc.1', '0.1.0', true],
    ['something', '0.1.0', false],
    ['0.1.0', 'something', true],
  ])('%s after %s: %s', (one, other, expected) => {
    expect(isLaterVersion(one, other)).toBe(expected);
  });
});
