export type { Mutant, Verdict } from './Mutant';
