/**
 * Wire types and client shared by the Alexandria plugins.
 *
 * @packageDocumentation
 */
export {
  repositoryAvailabilitySchema,
  repositoryStatusSchema,
  type RepositoryAvailability,
  type RepositoryStatus,
} from './availability';
export {
  AlexandriaClient,
  type AlexandriaApi,
  type AlexandriaClientOptions,
} from './AlexandriaClient';
