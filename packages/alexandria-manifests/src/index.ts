export { formatIssue } from './result';
export type { Issue, Result } from './result';
export { defaultValues, valuesSchema } from './values';
export type { Release, Values, ValuesInput } from './values';
