import { AcceptedCase } from './AcceptedCase';
import { checklistCases } from './checklist';
import { documentCases } from './document';
import { edgeCases } from './edges';
import { federationCases } from './federation';
import { misreadNameCases } from './misreadNames';
import { nameCases } from './names';
import { networkCases } from './network';
import { podCases } from './pod';
import { scalingCases } from './scaling';
import { secretCases } from './secrets';
import { textCases } from './text';
import { unitCases } from './units';

export type { AcceptedCase } from './AcceptedCase';

/** Values that can be deployed, by what they try. */
export const accepted: readonly AcceptedCase[] = [
  ...documentCases,
  ...nameCases,
  ...misreadNameCases,
  ...secretCases,
  ...federationCases,
  ...networkCases,
  ...scalingCases,
  ...podCases,
  ...textCases,
  ...unitCases,
  ...edgeCases,
  ...checklistCases,
];
