import type { UrlReaderService } from '@backstage/backend-plugin-api';

/** What a generated repository holds is a hundredth of this. */
const MAX_FILES = 2_000;
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Too much to be the repository of an instance.
 *
 * @public
 */
export class RepositoryTooLarge extends Error {
  constructor() {
    super(
      `has more than ${MAX_FILES} files or ${
        MAX_BYTES / 1024 / 1024
      } MiB where an instance is described`,
    );
  }
}

/**
 * The text files of a repository that are asked for, at one commit.
 *
 * @public
 */
export interface RepositoryFiles {
  /** The commit, on hosts that have one for a state of a repository. */
  etag: string;
  /** Text by path. */
  files: Map<string, string>;
}

/**
 * Reads files of a repository, through the portal's own credentials for its host.
 *
 * @param url - its root, or the folder that is one
 * @param options - `isWanted` tells of a path, relative to the root, whether it is read; `etag` of the files that are known
 * @throws NotModifiedError when those are the files still, RepositoryTooLarge when there are more than fit
 *
 * @public
 */
export async function readRepositoryFiles(
  urlReader: UrlReaderService,
  url: string,
  options: {
    isWanted(path: string): boolean;
    etag?: string;
    signal: AbortSignal;
  },
): Promise<RepositoryFiles> {
  let count = 0;
  let bytes = 0;
  const { isWanted, etag, signal } = options;
  const tree = await urlReader.readTree(url, {
    ...{ etag, signal },
    filter(path, info) {
      if (!isWanted(path)) {
        return false;
      }
      count += 1;
      bytes += info?.size ?? 0;
      return count <= MAX_FILES && bytes <= MAX_BYTES;
    },
  });
  const files = new Map<string, string>();
  for (const file of await tree.files()) {
    files.set(file.path, (await file.content()).toString('utf8'));
  }
  if (count > MAX_FILES || bytes > MAX_BYTES) {
    throw new RepositoryTooLarge();
  }
  return { etag: tree.etag, files };
}
