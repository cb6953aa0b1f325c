import { ResponseError } from '@backstage/errors';

/**
 * Why there is no answer: `unannotated` when the entity does not say what is its own, `signedOut`, `forbidden`, `notFound`,
 * and `failed` for all else.
 */
export type ProblemKind =
  | 'unannotated'
  | 'signedOut'
  | 'forbidden'
  | 'notFound'
  | 'failed';

export interface Problem {
  kind: ProblemKind;
  /** One line. */
  reason: string;
}

/**
 * Whether what was answered before may go on being shown: only where the question could not be asked. Who may no longer read the
 * status is shown nothing of it.
 */
export function isPassing({ kind }: Problem): boolean {
  return kind === 'failed';
}

const kinds: Record<number, ProblemKind> = {
  400: 'unannotated',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
};

export function problemOf(error: Error): Problem {
  return error instanceof ResponseError
    ? {
        kind: kinds[error.statusCode] ?? 'failed',
        reason: error.body.error.message,
      }
    : { kind: 'failed', reason: error.message };
}
