import type { Rule } from '../Rule';
import { progressDeadlineExceeded } from './progressDeadlineExceeded';
import { quotaExceeded } from './quotaExceeded';
import { replicaFailure } from './replicaFailure';
import { rolloutInProgress } from './rolloutInProgress';
import { rolloutPaused } from './rolloutPaused';
import { scaledToZero } from './scaledToZero';

export const rolloutRules: readonly Rule[] = [
  rolloutPaused,
  scaledToZero,
  rolloutInProgress,
  progressDeadlineExceeded,
  quotaExceeded,
  replicaFailure,
];
