/**
 * Why a kind of object cannot be read from a cluster at the moment:
 *
 * - `unreachable`: no answer, a broken connection, or silence;
 * - `unauthorized` (401), `forbidden` (403): who asks is not known, or may not;
 * - `absent` (404): the cluster has no such kind, as when a CRD is not installed;
 * - `expired` (410): the place to go on from is no longer kept;
 * - `rateLimited` (429), `serverError` (5xx);
 * - `unexpected`: an answer that is not one of a Kubernetes API.
 */
export type FailureKind =
  | 'unreachable'
  | 'unauthorized'
  | 'forbidden'
  | 'absent'
  | 'expired'
  | 'rateLimited'
  | 'serverError'
  | 'unexpected';

/** Its message is one clause for a person, without anything that a server or a proxy sent but its status. */
export class WatchFailure extends Error {
  readonly kind: FailureKind;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;

  constructor(kind: FailureKind, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'WatchFailure';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

const byStatus = new Map<number, FailureKind>([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'absent'],
  [410, 'expired'],
  [429, 'rateLimited'],
]);

/**
 * What an HTTP status other than 200, or the code of a Status object, means.
 *
 * @param retryAfter - the header `Retry-After` in its form in seconds, the only one that the API server uses
 */
export function failureOfStatus(
  status: number,
  retryAfter?: string | number,
): WatchFailure {
  const seconds = Number(retryAfter);
  return new WatchFailure(
    byStatus.get(status) ?? (status >= 500 ? 'serverError' : 'unexpected'),
    `answered with status ${status}`,
    retryAfter !== undefined && seconds >= 0 ? seconds * 1000 : undefined,
  );
}

/** Any error as a failure. Of errors that are not ours only the code is told: their texts may hold addresses and more. */
export function toWatchFailure(error: unknown): WatchFailure {
  if (error instanceof WatchFailure) {
    return error;
  }
  const code = (error as { code?: unknown } | undefined)?.code;
  return new WatchFailure(
    'unreachable',
    typeof code === 'string'
      ? `the connection failed (${code})`
      : 'the connection failed',
  );
}
