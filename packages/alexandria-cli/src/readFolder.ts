import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WrongUse } from './Io';

/** A generated repository has some hundred files; what has more than this is no such thing. */
const MAX_FILES = 10_000;
/** A larger file is no text of a generated repository. */
const MAX_BYTES = 1024 * 1024;
/** Folders that hold no text of the repository. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** U+FFFD stands where bytes are no UTF-8. */
const isText = (content: string) => !/[\0\uFFFD]/.test(content);

/**
 * Reads the text files of a repository. Symbolic links are not followed; binary and very large files are left out.
 *
 * @returns text by path, with `/` between folders
 * @throws WrongUse when it is no folder, cannot be read, or holds too many files
 */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let seen = 0;
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        await visit(path);
      } else if (entry.isFile()) {
        if (++seen > MAX_FILES) {
          throw new WrongUse(
            `${folder}: holds more than ${MAX_FILES} files. Name the root of a generated repository`,
          );
        }
        const at = join(folder, path);
        if ((await stat(at)).size <= MAX_BYTES) {
          const content = await readFile(at, 'utf8');
          if (isText(content)) {
            files.set(path, content);
          }
        }
      }
    }
  };
  try {
    await visit('');
  } catch (error) {
    if (error instanceof WrongUse) {
      throw error;
    }
    const code = (error as NodeJS.ErrnoException).code;
    throw new WrongUse(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `${folder}: is no folder`
        : `${folder}: cannot be read (${code ?? 'unknown error'})`,
    );
  }
  return files;
}
