import { ageOf } from './age';

const MIN = 60_000;
const H = 60 * MIN;
const D = 24 * H;

describe('ageOf', () => {
  it.each([
    [-1, 0, 'seconds'],
    [0, 0, 'seconds'],
    [119_999, 119, 'seconds'],
    [2 * MIN, 2, 'minutes'],
    [2 * H - 1, 119, 'minutes'],
    [2 * H, 2, 'hours'],
    [2 * D - 1, 47, 'hours'],
    [2 * D, 2, 'days'],
    [400 * D, 400, 'days'],
  ] as const)('of %i ms is %i %s', (milliseconds, count, unit) => {
    expect(ageOf(milliseconds)).toEqual({ unit, count });
  });
});
