import { configGuards } from './config';
import { federationGuards } from './federation';
import { Guard } from './Guard';
import { llmBackendGuards } from './llmBackends';
import { nameGuards } from './names';
import { networkGuards } from './network';
import { podGuards } from './pod';
import { resourceGuards } from './resources';
import { scalingGuards } from './scaling';
import { secretGuards } from './secrets';
import { textGuards } from './text';
import { volumeGuards } from './volumes';

export { unreadableIssues } from './text';
export type { Guard } from './Guard';

/** Every rule over several values. Each has a twin in `chart/templates/_guards.tpl`. */
export const guards: readonly Guard[] = [
  ...nameGuards,
  ...scalingGuards,
  ...secretGuards,
  ...configGuards,
  ...federationGuards,
  ...llmBackendGuards,
  ...networkGuards,
  ...podGuards,
  ...volumeGuards,
  ...resourceGuards,
  ...textGuards,
];
