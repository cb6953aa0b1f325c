import { Release, ValuesInput } from '../../../values/valuesSchema';

/** Values that can be deployed. */
export interface AcceptedCase {
  name: string;
  values: ValuesInput;
  /** alexandria in the namespace alexandria unless given. */
  release?: Release;
}
