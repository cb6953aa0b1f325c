import type { UnreadableKind } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { KindState } from '../watch/ClusterWatch';
import { unreadableReason } from './unreadableReason';

/** What the evaluator is told of a kind that is not known as it should be. */
export function unreadableKind({ type, state }: KindState): UnreadableKind[] {
  const { kind } = type;
  const syncedAt =
    state.syncedAt === undefined ? undefined : new Date(state.syncedAt);
  if (state.phase === 'failing') {
    const { failure } = state;
    const reason = unreadableReason(failure.kind);
    const isStale = syncedAt !== undefined && reason !== 'forbidden';
    return [
      {
        kind,
        reason: isStale ? 'stale' : reason,
        message: failure.message,
        syncedAt,
      },
    ];
  }
  return state.phase === 'starting'
    ? [{ kind, reason: 'unreachable', message: 'it has not been read yet' }]
    : [];
}
