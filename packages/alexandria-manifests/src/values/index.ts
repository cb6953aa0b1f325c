export { applySet } from './applySet';
export { defaultValues } from './defaultValues';
export { describeIssues } from './describeIssues';
export {
  databaseSource,
  jwtSource,
  oidcProviders,
  replicasAtLeast,
  replicasAtMost,
  samlProviders,
} from './facts';
export type { DatabaseSource, JwtSource } from './facts';
export { gitopsIssues } from './gitopsIssues';
export { guards, unreadableIssues } from './guards';
export type { Guard } from './guards';
export { mergeLayers, mergeValues } from './mergeValues';
export { formatPath, parsePath, valueAt } from './path';
export type { Segment } from './path';
export { resolveValues } from './resolveValues';
export { sizeIssues } from './sizeIssues';
export { looksSecret } from './secretText';
export { valuesJsonSchema } from './valuesJsonSchema';
export { valuesSchema } from './valuesSchema';
export type { JsonValue } from './model/kubernetes';
export type { Release, Values, ValuesInput } from './valuesSchema';
