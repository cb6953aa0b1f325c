export { checklistIssues, evaluateChecklist } from './evaluateChecklist';
export type { ChecklistItem } from './evaluateChecklist';
