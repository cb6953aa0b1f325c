export { exampleParameters } from './exampleParameters';
export { instanceJsonSchema } from './instanceJsonSchema';
export { instanceSchema } from './instanceSchema';
export type { Instance, InstanceInput } from './instanceSchema';
export {
  environment as environmentSchema,
  sizes,
  stages,
} from './model/environment';
export type { Environment } from './model/environment';
export {
  llmApiKey,
  namespaceOf,
  releaseForEnvironment,
  secretNames,
} from './names';
export type { SecretNames } from './names';
export { parseInstance } from './parseInstance';
export { sizeResources } from './sizes';
export { originOf } from './toValues/access';
export { isExposed } from './toValues/exposure';
export { isPinned } from './toValues/workload';
export { valuesForEnvironment } from './valuesForEnvironment';
export { ciKindOf, repositoryHost } from './repositoryHost';
export type { CiKind, RepositoryHost } from './repositoryHost';
