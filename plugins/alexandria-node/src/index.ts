/**
 * Services that the backends of the Alexandria plugins share.
 *
 * @packageDocumentation
 */
export {
  createRepositoryAvailability,
  type RepositoryAvailabilityOptions,
  type RepositoryAvailabilityService,
} from './repositories/createRepositoryAvailability';
export {
  createInstanceRepositories,
  type InstanceRepositories,
  type InstanceRepository,
} from './repositories/createInstanceRepositories';
export {
  readRepositoryFiles,
  RepositoryTooLarge,
  type RepositoryFiles,
} from './repositories/readRepositoryFiles';
export { repositoryUrl } from './repositories/repositoryUrl';
export {
  alexandriaRulesExtensionPoint,
  type AlexandriaRulesExtensionPoint,
} from './alexandriaRulesExtensionPoint';
export { RuleRegistry } from './RuleRegistry';
export {
  deploymentSelectorOf,
  labelSelectorOf,
  mayBeIn,
  type DeploymentIdentity,
} from './selectors/deploymentSelector';
export {
  readLabelSelector,
  type LabelSelector,
} from './selectors/labelSelector';
// What the rules of an extension point are made of.
export type * from './evaluate';
