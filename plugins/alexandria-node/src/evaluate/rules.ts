import { autoscalerRules } from './autoscaler';
import { driftRules } from './drift';
import { jobRules } from './jobs';
import { networkRules } from './network';
import { podRules } from './pods';
import { rolloutRules } from './rollout';
import type { Rule } from './Rule';
import { secretRules } from './secrets';
import { storageRules } from './storage';
import { unreadableRules } from './unreadable';

/**
 * The rules of this package.
 *
 * @public
 */
export const builtInRules: readonly Rule[] = [
  ...rolloutRules,
  ...podRules,
  ...autoscalerRules,
  ...secretRules,
  ...storageRules,
  ...networkRules,
  ...jobRules,
  ...driftRules,
  ...unreadableRules,
];
