import { Release, ValuesInput } from '../../../values/valuesSchema';

/** Values that break one rule, and sometimes others with it. */
export interface BrokenCase {
  /** Id of the guard, or `checklist/` and the id of the point. */
  id: string;
  values: ValuesInput;
  release?: Release;
}
