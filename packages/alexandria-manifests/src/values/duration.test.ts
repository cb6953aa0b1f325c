import { durationNanoseconds } from './duration';

describe('durationNanoseconds', () => {
  it.each([
    ['30s', 30e9],
    ['1h30m', 5400e9],
    ['87600h', 315360000e9],
    ['1500ms', 1.5e9],
    ['2us', 2000],
    ['2000ns', 2000],
    ['1.001us', 1001],
    ['1.4ns', 1],
  ])('reads %s', (text, nanoseconds) => {
    expect(durationNanoseconds(text)).toBe(nanoseconds);
  });
});
