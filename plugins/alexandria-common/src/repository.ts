import { z } from 'zod';

/**
 * A text file of a repository.
 *
 * - `path`: relative to the root of the repository.
 *
 * @public
 */
export const repositoryFileSchema = z.object({
  path: z.string(),
  content: z.string(),
});

/**
 * Answer of `GET /v1/instances/{kind}/{namespace}/{name}/repository`: what a change of an instance starts from.
 *
 * - `entityRef`: the instance.
 * - `url`: where the repository is.
 * - `commit`: the state that was read, on hosts that have a commit for it.
 * - `answers`: the present answers of the form, with every default. They hold no secret.
 * - `files`: every text file that the generator may have written, as it is now.
 *
 * @public
 */
export const instanceRepositorySchema = z.object({
  entityRef: z.string(),
  url: z.string(),
  commit: z.string(),
  answers: z.record(z.string(), z.unknown()),
  files: z.array(repositoryFileSchema),
});

/** {@inheritDoc repositoryFileSchema} @public */
export type RepositoryFile = z.infer<typeof repositoryFileSchema>;

/** {@inheritDoc instanceRepositorySchema} @public */
export type InstanceRepository = z.infer<typeof instanceRepositorySchema>;
