import { lstat, mkdir, readdir, rmdir } from 'node:fs/promises';
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

/** @returns the folder that had to be made first, of those that were missing; undefined when the folder was there */
async function prepareFolder(folder: string): Promise<string | undefined> {
  const stats = await lstat(folder).catch(() => undefined);
  if (stats === undefined) {
    return mkdir(folder, { recursive: true });
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
  return undefined;
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
    if (made !== undefined) {
      await rmdir(output).catch(() => undefined);
    }
    if (error instanceof WorkspaceError) {
      throw new WrongUse(error.message);
    }
    throw error;
  }
  io.stderr(`${files.length} files written to ${output}\n`);
  return exitCode.accepted;
}
