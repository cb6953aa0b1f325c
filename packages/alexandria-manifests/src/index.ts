export { formatIssue } from './result';
export type { Issue, Result } from './result';
export { evaluateChecklist } from './checklist';
export type { ChecklistItem } from './checklist';
export {
  applySet,
  defaultValues,
  gitopsIssues,
  mergeLayers,
  mergeValues,
  resolveValues,
  valuesJsonSchema,
  valuesSchema,
} from './values';
export type { Release, Values, ValuesInput } from './values';
