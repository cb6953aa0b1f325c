export { changedFiles } from './changedFiles';
export type { ChangedFiles } from './changedFiles';
export { describePlan, describeRetirement } from './describe';
export { planChange } from './planChange';
export { planRetirement } from './planRetirement';
export { readAnswers } from './readAnswers';
export type {
  ChangePlan,
  ChartUpgrade,
  ChecklistChange,
  EnvironmentChange,
  FieldChange,
  Hazard,
  KeptEdit,
  ObjectChange,
  PlanInput,
  PlannedFile,
  PlanStep,
  Restart,
} from './ChangePlan';
export type { Decision, PlanConflict, Shown } from './PlanConflict';
export type { Loss, RetirementInput, RetirementPlan } from './RetirementPlan';
