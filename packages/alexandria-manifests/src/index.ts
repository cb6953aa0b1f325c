/**
 * Values model, renderer, production checklist and repository generator of Alexandria EE. Pure: the same bytes for the
 * same input, in a browser as in Node.
 *
 * @packageDocumentation
 */
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
export type { JsonValue, Release, Values, ValuesInput } from './values';
export {
  environmentSchema,
  exampleParameters,
  instanceJsonSchema,
  instanceSchema,
  isExposed,
  isPinned,
  llmApiKey,
  namespaceOf,
  originOf,
  parseInstance,
  repositoryHost,
  releaseForEnvironment,
  secretNames,
  sizeResources,
  sizes,
  stages,
  valuesForEnvironment,
} from './instance';
export type {
  CiKind,
  Environment,
  Instance,
  InstanceInput,
  RepositoryHost,
  SecretNames,
} from './instance';
export { readYaml, writeYaml, writeYamlDocuments } from './yaml';
export type { WriteYamlOptions } from './yaml';
export { CHART, renderObjects } from './objects';
export type { KubernetesObject, ObjectMeta } from './objects';
export {
  compareRepository,
  generateRepository,
  helmUpgrade,
  isReadOfRepository,
  isTeamOwned,
  mayBeGenerated,
  nextSteps,
  readRepository,
} from './repository';
export type {
  RepositoryDifference,
  RepositoryEnvironment,
  RepositoryField,
} from './repository';
export type { GeneratedFile } from './GeneratedFile';
export { renderKustomize } from './kustomize';
export type { KustomizeEnvironment } from './kustomize';
export {
  changedFiles,
  describePlan,
  describeRetirement,
  planChange,
  planRetirement,
  readAnswers,
} from './plan';
export type {
  ChangedFiles,
  ChangePlan,
  ChartUpgrade,
  ChecklistChange,
  Decision,
  EnvironmentChange,
  FieldChange,
  Hazard,
  KeptEdit,
  Loss,
  ObjectChange,
  PlanConflict,
  PlanInput,
  PlannedFile,
  PlanStep,
  Restart,
  RetirementInput,
  RetirementPlan,
  Shown,
} from './plan';
