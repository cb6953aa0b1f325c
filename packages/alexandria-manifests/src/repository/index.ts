export { compareRepository } from './compareRepository';
export type {
  RepositoryDifference,
  RepositoryField,
} from './compareRepository';
export { generateRepository } from './generateRepository';
export { helmUpgrade } from './commands';
export { SCHEMA_VERSION } from './instanceFile';
export { mayBeGenerated } from './mayBeGenerated';
export { nextSteps } from './nextSteps';
export { isTeamOwned } from './paths';
export { isReadOfRepository, readRepository } from './readRepository';
export type { RepositoryEnvironment } from './readRepository';
