import { constants } from 'fs';
import fs from 'fs/promises';
import { Folders } from './Folders';
import { relativePathSegments } from './relativePath';
import { WorkspaceError } from './WorkspaceError';

/**
 * A file to write.
 *
 * @public
 */
export interface WorkspaceFile {
  /** Relative to the workspace, with `/` between the segments. */
  path: string;
  /** Written as UTF-8. */
  content: string;
}

/**
 * What {@link writeWorkspaceFiles} did, as paths relative to the workspace, in the order of the request.
 *
 * @public
 */
export interface WriteResult {
  written: string[];
  /** Files that were there already with the very same content, as after a task was resumed. */
  unchanged: string[];
}

interface Planned {
  file: WorkspaceFile;
  segments: string[];
}

/** O_NOFOLLOW closes the gap between the look and the write; O_EXCL refuses what appeared in between. */
const CREATE_ONLY =
  constants.O_WRONLY |
  constants.O_CREAT |
  constants.O_EXCL |
  constants.O_NOFOLLOW;

/** O_NONBLOCK keeps a pipe that nobody writes to from holding up whoever looks at it. */
const READ_ONLY =
  constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

interface PathError extends NodeJS.ErrnoException {
  /** The part of the path that it is about. */
  shown?: string;
}

/** What an error of the file system says of a path of the request; other errors are thrown on. */
function problemOf({ file, segments }: Planned, error: unknown): string {
  const { code, shown = segments.join('/') } = error as PathError;
  switch (code) {
    case 'ELOOP':
      return `${file.path}: ${shown} is a symbolic link, which is not followed; remove it`;
    case 'ENOTDIR':
      return `${file.path}: ${shown} is not a directory`;
    case 'EEXIST':
      return `${file.path}: appeared while files were being written`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENAMETOOLONG':
    case 'ENXIO':
      return `${file.path}: cannot be written (${code})`;
    default:
      throw error;
  }
}

/** Looks at every directory on the way and at the file itself, without following a link. */
async function inspect(
  folders: Folders,
  plan: Planned,
): Promise<{ problem: string } | 'absent' | 'same'> {
  const { file, segments } = plan;
  try {
    const folder = await folders.get(segments.slice(0, -1));
    const handle = await fs.open(folder.entry(segments.at(-1)!), READ_ONLY);
    try {
      if (!(await handle.stat()).isFile()) {
        return { problem: `${file.path}: exists and is not a file` };
      }
      return (await handle.readFile('utf8')) === file.content
        ? 'same'
        : {
            problem: `${file.path}: exists with other content and is not replaced; remove it or choose another target path`,
          };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return (error as PathError).code === 'ENOENT'
      ? 'absent'
      : { problem: problemOf(plan, error) };
  }
}

function findConflicts(planned: Planned[]): string[] {
  const problems: string[] = [];
  const files = new Set<string>();
  for (const { segments } of planned) {
    const key = segments.join('/');
    if (files.has(key)) {
      problems.push(`${key}: is given twice`);
    }
    files.add(key);
  }
  for (const { segments } of planned) {
    for (let length = 1; length < segments.length; length++) {
      const parent = segments.slice(0, length).join('/');
      if (files.has(parent)) {
        problems.push(
          `${segments.join('/')}: ${parent} is a file of the same request`,
        );
      }
    }
  }
  return problems;
}

/** @returns the path of the file in its directory, good while the directories are held */
async function create(
  folders: Folders,
  { file, segments }: Planned,
): Promise<string> {
  const folder = await folders.make(segments.slice(0, -1));
  const target = folder.entry(segments.at(-1)!);
  const handle = await fs.open(target, CREATE_ONLY, 0o644);
  try {
    await handle.writeFile(file.content, 'utf8');
  } catch (error) {
    await fs.rm(target, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return target;
}

async function writePlanned(
  folders: Folders,
  planned: readonly Planned[],
  problems: string[],
  signal: AbortSignal | undefined,
): Promise<WriteResult> {
  const result: WriteResult = { written: [], unchanged: [] };
  const missing: Planned[] = [];
  for (const plan of planned) {
    signal?.throwIfAborted();
    const state = await inspect(folders, plan);
    if (typeof state === 'object') {
      problems.push(state.problem);
    } else if (state === 'same') {
      result.unchanged.push(plan.segments.join('/'));
    } else {
      missing.push(plan);
    }
  }
  if (problems.length > 0) {
    throw new WorkspaceError(problems);
  }

  const made: string[] = [];
  try {
    for (const plan of missing) {
      signal?.throwIfAborted();
      try {
        made.push(await create(folders, plan));
      } catch (error) {
        throw new WorkspaceError([problemOf(plan, error)]);
      }
      result.written.push(plan.segments.join('/'));
    }
  } catch (error) {
    for (const file of made) {
      await fs.rm(file, { force: true });
    }
    await folders.removeMade();
    throw error;
  }
  return result;
}

/**
 * Adds files to a workspace: all of them or none.
 *
 * Nothing outside `workspace` is touched, no symbolic link is followed, and a file that exists with other content is
 * never replaced. Every path is checked before the first byte is written. When the signal aborts or a write fails, the
 * files and directories that this call made are removed again.
 *
 * @param workspace - an existing directory
 * @param files - what to write; their number and size are the caller's to bound
 * @throws {@link WorkspaceError} with every path that cannot be used
 * @throws the signal's reason when it aborts
 *
 * @public
 */
export async function writeWorkspaceFiles(
  workspace: string,
  files: readonly WorkspaceFile[],
  options: { signal?: AbortSignal } = {},
): Promise<WriteResult> {
  const problems: string[] = [];
  const planned: Planned[] = [];
  for (const file of files) {
    const parsed = relativePathSegments(file.path);
    if ('problem' in parsed) {
      problems.push(parsed.problem);
    } else if (parsed.segments.length === 0) {
      problems.push(`${file.path}: is the workspace itself, not a file`);
    } else {
      planned.push({ file, segments: parsed.segments });
    }
  }
  problems.push(...findConflicts(planned));

  const folders = await Folders.of(workspace);
  try {
    return await writePlanned(folders, planned, problems, options.signal);
  } finally {
    await folders.close();
  }
}
