import { failureOfStatus, toWatchFailure, WatchFailure } from './WatchFailure';

describe('failureOfStatus', () => {
  it.each([
    [401, undefined, 'unauthorized', undefined],
    [403, undefined, 'forbidden', undefined],
    [404, undefined, 'absent', undefined],
    [410, undefined, 'expired', undefined],
    [429, '3', 'rateLimited', 3_000],
    [503, 1, 'serverError', 1_000],
    [503, 'Tue, 24 Nov 2026 00:00:00 GMT', 'serverError', undefined],
    [503, '-1', 'serverError', undefined],
    [302, undefined, 'unexpected', undefined],
    [400, undefined, 'unexpected', undefined],
  ])('%s with Retry-After %s is %s', (status, header, kind, retryAfterMs) => {
    expect(failureOfStatus(status, header)).toMatchObject({
      kind,
      retryAfterMs,
      message: `answered with status ${status}`,
    });
  });
});

describe('toWatchFailure', () => {
  it('leaves a failure as it is', () => {
    const failure = new WatchFailure('forbidden', '');
    expect(toWatchFailure(failure)).toBe(failure);
  });

  it.each([
    [
      Object.assign(new Error('connect to 10.0.0.1 with canary'), {
        code: 'ECONNREFUSED',
      }),
      'the connection failed (ECONNREFUSED)',
    ],
    [new Error('canary'), 'the connection failed'],
    [undefined, 'the connection failed'],
  ])('does not repeat what %s says', (error, message) => {
    expect(toWatchFailure(error)).toMatchObject({
      kind: 'unreachable',
      message,
    });
  });
});
