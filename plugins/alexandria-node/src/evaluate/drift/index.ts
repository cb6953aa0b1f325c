import type { Rule } from '../Rule';
import { replicaDrift } from './replicaDrift';
import { valuesDrift } from './valuesDrift';
import { versionDrift } from './versionDrift';

export const driftRules: readonly Rule[] = [
  versionDrift,
  replicaDrift,
  valuesDrift,
];
