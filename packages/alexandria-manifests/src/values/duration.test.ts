import { durationSeconds } from './duration';

describe('durationSeconds', () => {
  it.each([
    ['30s', 30],
    ['1h30m', 5400],
    ['87600h', 315360000],
    ['1500ms', 1.5],
  ])('reads %s', (text, seconds) => {
    expect(durationSeconds(text)).toBeCloseTo(seconds);
  });
});
