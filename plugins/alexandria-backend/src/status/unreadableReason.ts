import type { UnreadableKind } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { FailureKind } from '../watch/WatchFailure';

type Reason = Exclude<UnreadableKind['reason'], 'stale'>;

const REASONS: Partial<Record<FailureKind, Reason>> = {
  unauthorized: 'forbidden',
  forbidden: 'forbidden',
  unreachable: 'unreachable',
};

/** What the evaluator calls a failure. */
export const unreadableReason = (kind: FailureKind): Reason =>
  REASONS[kind] ?? 'failing';
