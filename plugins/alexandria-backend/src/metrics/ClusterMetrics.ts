import type {
  SecretTier,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { FailureKind } from '../watch/WatchFailure';
import type { WatchObserver } from '../watch/WatchObserver';

/** Counts what is done for one cluster. */
export interface ClusterMetrics extends WatchObserver {
  /** Verdicts were computed, and not taken from what was computed before. */
  evaluated(verdicts: readonly Verdict[]): void;
  /** A Secret was asked for; `succeeded` is also that there is none. */
  secretRead(tier: SecretTier, outcome: 'succeeded' | FailureKind): void;
}
