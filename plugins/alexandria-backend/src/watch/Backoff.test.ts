import { Backoff } from './Backoff';
import { WatchFailure, type FailureKind } from './WatchFailure';

const waits = (
  kinds: FailureKind[],
  {
    random = () => 1,
    retryAfterMs,
  }: { random?: () => number; retryAfterMs?: number } = {},
) => {
  const backoff = new Backoff(random);
  return kinds.map(kind =>
    Math.round(backoff.failed(new WatchFailure(kind, '', retryAfterMs))),
  );
};

describe('Backoff', () => {
  it.each<[string, FailureKind[], number[]]>([
    [
      'doubles up to five seconds while nothing answers',
      Array(5).fill('unreachable'),
      [800, 1600, 3200, 5000, 5000],
    ],
    [
      'doubles up to thirty seconds for what answers',
      Array(7).fill('forbidden'),
      [800, 1600, 3200, 6400, 12800, 25600, 30000],
    ],
    [
      'listens again when something else goes wrong',
      [...Array(6).fill('unreachable'), 'serverError', 'serverError'],
      [800, 1600, 3200, 5000, 5000, 5000, 3200, 6400],
    ],
    ['lists at once, but only once', ['expired', 'expired'], [0, 800]],
    [
      'brings other credentials at once, but only once',
      ['unauthorized', 'unauthorized', 'unauthorized'],
      [0, 800, 1600],
    ],
  ])('%s', (_, kinds, expected) => {
    expect(waits(kinds)).toEqual(expected);
  });

  it('takes up to half of it away by chance', () => {
    expect(waits(['forbidden'], { random: () => 0 })).toEqual([400]);
  });

  it.each([
    ['obeys', 20_000, 22_000],
    ['does not hurry for', 100, 800],
    ['does not wait for ever for', 3_600_000, 132_000],
  ])('%s a server that asks for %i ms', (_, retryAfterMs, expected) => {
    expect(waits(['rateLimited'], { retryAfterMs })).toEqual([expected]);
  });

  it('begins anew after a success', () => {
    const backoff = new Backoff(() => 1);
    const failure = new WatchFailure('expired', '');
    backoff.failed(failure);
    backoff.failed(failure);
    backoff.succeeded();
    expect(backoff.failed(failure)).toBe(0);
  });
});
