import { z } from 'zod';

/**
 * What a repository host says of a repository:
 * `free` when it answered that there is none, `taken` when it answered that
 * there is one, `unknown` when it gave no definite answer.
 *
 * @public
 */
export const repositoryStatusSchema = z.enum(['free', 'taken', 'unknown']);

/**
 * Answer of `GET /v1/repository-availability`.
 *
 * - `repoUrl`: the question, in Backstage's format `host?owner=…&repo=…`.
 * - `reason`: one sentence, present exactly when `status` is `unknown`.
 * - `url`: where the repository is, or would be, for a person to open.
 *
 * @public
 */
export const repositoryAvailabilitySchema = z.object({
  repoUrl: z.string(),
  status: repositoryStatusSchema,
  reason: z.string().optional(),
  url: z.url(),
});

/** {@inheritDoc repositoryStatusSchema} @public */
export type RepositoryStatus = z.infer<typeof repositoryStatusSchema>;

/** {@inheritDoc repositoryAvailabilitySchema} @public */
export type RepositoryAvailability = z.infer<
  typeof repositoryAvailabilitySchema
>;
