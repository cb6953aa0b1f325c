/** The branch that the template publishes, and that the definitions follow. */
export const DEFAULT_BRANCH = 'main';
