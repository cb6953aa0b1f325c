/**
 * Judges Kubernetes objects: pure functions of objects and a clock, without Backstage.
 *
 * @packageDocumentation
 */
export { evaluate } from './evaluate';
export type {
  EvaluationInput,
  Expectation,
  UnreadableKind,
} from './EvaluationInput';
export { objectHealth } from './health/objectHealth';
export type { ObjectHealth } from './health/HealthCheck';
export { builtInRules } from './rules';
export type { Report, Rule } from './Rule';
export { DeploymentContext } from './DeploymentContext';
export { readSecretMetadata, reduceSecret } from './secrets/reduceSecret';
export type { SecretKeyState, SecretState } from './SecretState';
export { findingDefinition, findingDefinitions } from '../findings/catalogue';
export type { FindingCode } from '../findings/catalogue';
export type { FindingDefinition } from '../findings/FindingDefinition';
