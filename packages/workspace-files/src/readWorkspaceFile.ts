import { constants } from 'fs';
import fs from 'fs/promises';
import { Folders } from './Folders';
import { relativePathSegments } from './relativePath';
import { WorkspaceError } from './WorkspaceError';

/** Kubernetes refuses objects of more than about 1.5 MiB (etcd's request limit); no values file comes near 1 MiB. */
const MAX_BYTES = 1024 * 1024;

async function read(
  folders: Folders,
  file: string,
  segments: readonly string[],
): Promise<string> {
  const folder = await folders
    .get(segments.slice(0, -1))
    .catch((error: Error & { shown?: string }) => {
      throw new WorkspaceError([
        `${file}: ${error.shown} is not a directory of the workspace`,
      ]);
    });
  let handle: fs.FileHandle;
  try {
    handle = await fs.open(
      folder.entry(segments.at(-1) ?? '.'),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WorkspaceError([
      code === 'ELOOP'
        ? `${file}: is a symbolic link, which is not followed`
        : `${file}: cannot be read (${code ?? 'unknown error'})`,
    ]);
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) {
      throw new WorkspaceError([`${file}: is not a file`]);
    }
    if (stats.size > MAX_BYTES) {
      throw new WorkspaceError([
        `${file}: has ${stats.size} bytes; at most ${MAX_BYTES} are read`,
      ]);
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/**
 * Reads a text file of a workspace without leaving it and without following a symbolic link.
 *
 * @param workspace - an existing directory
 * @param file - relative to it, with `/` between the segments
 * @returns the content, read as UTF-8; at most 1 MiB
 * @throws {@link WorkspaceError} when the path leaves the workspace, is missing, a link, no file or too large
 *
 * @public
 */
export async function readWorkspaceFile(
  workspace: string,
  file: string,
): Promise<string> {
  const parsed = relativePathSegments(file);
  if ('problem' in parsed) {
    throw new WorkspaceError([parsed.problem]);
  }
  const folders = await Folders.of(workspace);
  try {
    return await read(folders, file, parsed.segments);
  } finally {
    await folders.close();
  }
}
