export { renderKustomize } from './renderKustomize';
export type { KustomizeEnvironment } from './renderKustomize';
