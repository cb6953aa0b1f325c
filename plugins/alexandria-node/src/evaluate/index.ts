/**
 * Judges Kubernetes objects: pure functions of objects and a clock, without Backstage.
 *
 * @packageDocumentation
 */
export { describeDeployment } from './describeDeployment';
export { evaluate } from './evaluate';
export { compareObject } from './drift/compare/compareObject';
export { deprecatedApis } from './drift/compare/deprecatedApis';
export type {
  Comparison,
  EvaluationInput,
  Expectation,
  UnreadableKind,
} from './EvaluationInput';
export { publicUrls } from './network/publicUrls';
export { objectHealth } from './health/objectHealth';
export type { ObjectHealth } from './health/HealthCheck';
export { builtInRules } from './rules';
export type { Report, Rule } from './Rule';
export { DeploymentContext } from './DeploymentContext';
export { usedSecretNames } from './secrets/usedSecrets';
export { readSecretMetadata, reduceSecret } from './secrets/reduceSecret';
export type { SecretKeyState, SecretState } from './SecretState';
export { findingDefinitions } from '../findings/catalogue';
export type { FindingDefinition } from '../findings/FindingDefinition';
export type { Surroundings } from './DeploymentContext';
export type { Json } from './objects/read';
export type { KubernetesObject } from './objects/KubernetesObject';
export type { Container, Pod, Termination } from './objects/Pod';
export { Snapshot } from './objects/Snapshot';
export type { NeededKey, NeededSecret } from './secrets/neededSecrets';
