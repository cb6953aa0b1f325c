import type { FailureKind } from './WatchFailure';

/**
 * How well the objects of one kind in one cluster are known:
 *
 * - `starting`: nothing has been read yet;
 * - `watching`: what is kept follows the cluster;
 * - `absent`: the cluster has no such kind, so there are no such objects;
 * - `failing`: what is kept, if anything, is what was there at `syncedAt`.
 */
export type WatchPhase =
  | { phase: 'starting' | 'watching' | 'absent' }
  | {
      phase: 'failing';
      failure: { kind: FailureKind; message: string };
    };

/** The phase, since when, and when what is kept was last known to be what the cluster has. Milliseconds since the epoch. */
export type WatchState = WatchPhase & {
  since: number;
  /** Undefined until the first list is whole. */
  syncedAt: number | undefined;
};
