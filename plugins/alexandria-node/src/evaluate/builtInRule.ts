import { FindingCode, findingDefinition } from '../findings/catalogue';
import type { Rule } from './Rule';

/** A rule of this package: its kind of finding comes from the catalogue. */
export const builtInRule = (code: FindingCode, check: Rule['check']): Rule => ({
  finding: findingDefinition(code),
  check,
});
