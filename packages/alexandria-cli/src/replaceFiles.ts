import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangedFiles } from '@alexandriaproject/alexandria-manifests';
import {
  readWorkspaceFile,
  WorkspaceError,
  writeWorkspaceFiles,
} from '@alexandriaproject/workspace-files';
import { WrongUse } from './Io';

/**
 * Carries out a plan in a folder: all of it, or nothing. What is not any more as it was when it was planned from is not touched,
 * nor is anything behind a symbolic link.
 *
 * @param present - the files that the plan was made from
 * @throws WrongUse with every file that is in the way
 */
export async function replaceFiles(
  folder: string,
  present: ReadonlyMap<string, string>,
  { written, removed }: ChangedFiles,
): Promise<void> {
  const old = [...written.map(({ path }) => path), ...removed].flatMap(path => {
    const content = present.get(path);
    return content === undefined ? [] : [{ path, content }];
  });
  try {
    for (const { path, content } of old) {
      if ((await readWorkspaceFile(folder, path)) !== content) {
        throw new WorkspaceError([`${path}: was changed in the meantime`]);
      }
    }
    const gone: typeof old = [];
    try {
      for (const file of old) {
        await rm(join(folder, file.path));
        gone.push(file);
      }
      await writeWorkspaceFiles(folder, written);
    } catch (error) {
      await writeWorkspaceFiles(folder, gone);
      throw error;
    }
  } catch (error) {
    if (error instanceof WorkspaceError) {
      throw new WrongUse(error.message);
    }
    throw error;
  }
}
