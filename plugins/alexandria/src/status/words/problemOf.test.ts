import { ResponseError } from '@backstage/errors';
import { problemOf } from './problemOf';

const refused = (statusCode: number) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: 'the reason' },
        response: { statusCode },
      }),
      {
        status: statusCode,
        headers: { 'Content-Type': 'application/json' },
      },
    ),
  );

describe('problemOf', () => {
  it.each([
    [400, 'unannotated'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [429, 'failed'],
    [500, 'failed'],
  ])('an answer with %i is %s', async (status, kind) => {
    expect(problemOf(await refused(status))).toEqual({
      kind,
      reason: 'the reason',
    });
  });

  it('no answer is a failure', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toEqual({
      kind: 'failed',
      reason: 'Failed to fetch',
    });
  });
});
