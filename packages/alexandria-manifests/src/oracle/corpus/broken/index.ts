import { BrokenCase } from './BrokenCase';
import { brokenConfig } from './config';
import { brokenEdges } from './edges';
import { brokenFederation } from './federation';
import { brokenLlmBackends } from './llmBackends';
import { brokenNames } from './names';
import { brokenNetwork } from './network';
import { brokenPod } from './pod';
import { brokenResources } from './resources';
import { brokenScaling } from './scaling';
import { brokenSecrets } from './secrets';
import { brokenText } from './text';
import { brokenVolumes } from './volumes';

export type { BrokenCase } from './BrokenCase';
export { brokenByChecklist, meetsChecklist } from './checklist';

/** At least one case of every guard. */
export const brokenByGuard: readonly BrokenCase[] = [
  ...brokenNames,
  ...brokenScaling,
  ...brokenSecrets,
  ...brokenConfig,
  ...brokenFederation,
  ...brokenLlmBackends,
  ...brokenNetwork,
  ...brokenPod,
  ...brokenVolumes,
  ...brokenResources,
  ...brokenText,
  ...brokenEdges,
];
