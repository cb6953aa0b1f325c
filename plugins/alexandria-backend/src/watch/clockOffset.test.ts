import { clockOffset } from './clockOffset';

const NOON = Date.UTC(2026, 0, 1, 12);
const HOUR = 3_600_000;

describe('clockOffset', () => {
  it.each([
    ['the same clock', 'Thu, 01 Jan 2026 12:00:00 GMT', 0],
    ['seconds ahead', 'Thu, 01 Jan 2026 12:00:04 GMT', 0],
    ['seconds behind', 'Thu, 01 Jan 2026 11:59:56 GMT', 0],
    ['an hour ahead', 'Thu, 01 Jan 2026 13:00:00 GMT', HOUR],
    ['an hour behind', 'Thu, 01 Jan 2026 11:00:00 GMT', -HOUR],
  ])('knows %s', (_, date, expected) => {
    expect(clockOffset(date, NOON, NOON + 1_000)).toBe(expected);
  });

  it.each([undefined, '', 'yesterday'])('knows nothing from %p', date => {
    expect(clockOffset(date, NOON, NOON)).toBeUndefined();
  });
});
