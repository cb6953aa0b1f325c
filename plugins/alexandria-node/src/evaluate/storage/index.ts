import type { Rule } from '../Rule';
import { volumeClaimLost } from './volumeClaimLost';
import { volumeClaimMissing } from './volumeClaimMissing';
import { volumeClaimPending } from './volumeClaimPending';

export const storageRules: readonly Rule[] = [
  volumeClaimMissing,
  volumeClaimPending,
  volumeClaimLost,
];
