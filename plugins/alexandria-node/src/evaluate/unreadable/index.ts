import type { Rule } from '../Rule';
import { kindUnreadable } from './kindUnreadable';

export const unreadableRules: readonly Rule[] = [kindUnreadable];
