import type { Explanation } from '../explanations';
import { chartExplanations } from './chart';
import { rendererExplanations } from './renderer';

/** Changes that nothing can notice, or that are not to be noticed, and why. */
export const explanations: Explanation[] = [
  ...chartExplanations,
  ...rendererExplanations,
];
