import { goDuration } from './externalSecrets';

describe('goDuration', () => {
  it.each([
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1h0m0s', 3_600_000],
    ['1.5s', 1500],
    ['250ms', 250],
    ['0', 0],
    ['0s', 0],
    ['1d', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%j', (text, milliseconds) => {
    expect(goDuration(text)).toBe(milliseconds);
  });
});
