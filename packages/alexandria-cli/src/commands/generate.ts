import { lstat, mkdir, readdir, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  exampleParameters,
  generateRepository,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import {
  WorkspaceError,
  writeWorkspaceFiles,
} from '@alexandriaproject/workspace-files';
import { exitCode, Io, printIssues, WrongUse } from '../Io';
import { readYamlFile } from '../readFiles';

export interface GenerateOptions {
  parameters?: string;
  output?: string;
  printExample: boolean;
}

const statsOf = (path: string) => lstat(path).catch(() => undefined);

async function removeFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    await rmdir(folder).catch(() => undefined);
  }
}

/**
 * Makes a folder, and those around it that are missing. One by one, so that they can be taken away again, and because
 * Node's own recursive way never ends where none can be made, as below /proc.
 *
 * @returns those that it made, innermost first
 */
async function makeFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (
    let path = resolve(folder);
    (await statsOf(path)) === undefined;
    path = dirname(path)
  ) {
    missing.unshift(path);
  }
  const made: string[] = [];
  for (const path of missing) {
    try {
      await mkdir(path);
    } catch (error) {
      await removeFolders(made);
      throw new WrongUse(
        `${folder}: cannot be made (${(error as NodeJS.ErrnoException).code})`,
      );
    }
    made.unshift(path);
  }
  return made;
}

/** @returns the folders that it had to make, innermost first */
async function prepareFolder(folder: string): Promise<string[]> {
  const stats = await statsOf(resolve(folder));
  if (stats === undefined) {
    return makeFolders(folder);
  }
  if (stats.isSymbolicLink()) {
    throw new WrongUse(
      `${folder}: is a symbolic link, which is not followed. Name the folder itself`,
    );
  }
  if (!stats.isDirectory()) {
    throw new WrongUse(`${folder}: is no folder`);
  }
  const found = await readdir(folder);
  if (found.length > 0) {
    throw new WrongUse(
      `${folder}: is not empty (${found.slice(0, 3).join(', ')}${
        found.length > 3 ? ', …' : ''
      }), and nothing in it is replaced. Name a new or an empty folder`,
    );
  }
  return [];
}

/** Writes the repository of an instance into a new or empty folder: every file or none. */
export async function generate(
  io: Io,
  options: GenerateOptions,
): Promise<number> {
  if (options.printExample) {
    io.stdout(exampleParameters());
    return exitCode.accepted;
  }
  const { parameters, output } = options;
  if (parameters === undefined || output === undefined) {
    throw new WrongUse(
      'generate needs --parameters FILE and --output DIR, or --print-example',
    );
  }
  const read = await readYamlFile(io, parameters);
  const parsed = read.ok ? parseInstance(read.value) : read;
  printIssues(io, parsed.warnings, 'warning');
  if (!parsed.ok) {
    printIssues(io, parsed.issues, 'error');
    return exitCode.rejected;
  }
  const files = generateRepository(parsed.value);
  const made = await prepareFolder(output);
  try {
    await writeWorkspaceFiles(output, files);
  } catch (error) {
    await removeFolders(made);
    if (error instanceof WorkspaceError) {
      throw new WrongUse(error.message);
    }
    throw error;
  }
  io.stderr(`${files.length} files written to ${output}\n`);
  return exitCode.accepted;
}
