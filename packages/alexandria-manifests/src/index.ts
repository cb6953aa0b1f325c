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
export {
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
export { renderObjects } from './objects';
export type { KubernetesObject } from './objects';
export { generateRepository, isTeamOwned, nextSteps } from './repository';
export type { GeneratedFile } from './GeneratedFile';
export { renderKustomize } from './kustomize';
export type { KustomizeEnvironment } from './kustomize';
