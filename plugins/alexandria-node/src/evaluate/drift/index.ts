import type { Rule } from '../Rule';
import { chartBehind } from './chartBehind';
import { deprecatedApiVersion } from './deprecatedApiVersion';
import { fieldDrift } from './fieldDrift';
import { replicaDrift } from './replicaDrift';
import { valuesDrift } from './valuesDrift';
import { versionDrift } from './versionDrift';

export const driftRules: readonly Rule[] = [
  versionDrift,
  replicaDrift,
  valuesDrift,
  fieldDrift,
  chartBehind,
  deprecatedApiVersion,
];
