export { generateRepository } from './generateRepository';
export { SCHEMA_VERSION } from './instanceFile';
export { nextSteps } from './nextSteps';
export { isTeamOwned } from './paths';
