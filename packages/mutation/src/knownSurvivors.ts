import type { Explanation } from './explanations';

/** Changes that nothing can notice, or that are not to be noticed, and why. */
export const explanations: Explanation[] = [];
