import type { Rule } from '../Rule';
import { jobFailed } from './jobFailed';

export const jobRules: readonly Rule[] = [jobFailed];
