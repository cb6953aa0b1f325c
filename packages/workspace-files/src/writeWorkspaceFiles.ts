import { constants } from 'fs';
import fs from 'fs/promises';
import path from 'path';
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

/** O_NOFOLLOW closes the gap between the check and the write; O_EXCL refuses what appeared in between. */
const CREATE_ONLY =
  constants.O_WRONLY |
  constants.O_CREAT |
  constants.O_EXCL |
  constants.O_NOFOLLOW;

async function lstatOrUndefined(target: string) {
  try {
    return await fs.lstat(target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Looks at every directory on the way and at the file itself, without following a link. */
async function inspect(
  root: string,
  { file, segments }: Planned,
): Promise<{ problem: string } | 'absent' | 'same'> {
  let current = root;
  for (const [index, segment] of segments.entries()) {
    current = path.join(current, segment);
    const stats = await lstatOrUndefined(current);
    if (!stats) {
      return 'absent';
    }
    const shown = segments.slice(0, index + 1).join('/');
    if (stats.isSymbolicLink()) {
      return {
        problem: `${file.path}: ${shown} is a symbolic link, which is not followed; remove it`,
      };
    }
    const last = index === segments.length - 1;
    if (!last && !stats.isDirectory()) {
      return { problem: `${file.path}: ${shown} is not a directory` };
    }
    if (last && !stats.isFile()) {
      return { problem: `${file.path}: exists and is not a file` };
    }
  }
  const present = await fs.readFile(current, 'utf8');
  return present === file.content
    ? 'same'
    : {
        problem: `${file.path}: exists with other content and is not replaced; remove it or choose another target path`,
      };
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

/** Creates the missing directories one by one and remembers which, so that a failure can be undone. */
async function makeDirectories(
  root: string,
  segments: string[],
  created: string[],
) {
  let current = root;
  for (const segment of segments) {
    current = path.join(current, segment);
    const stats = await lstatOrUndefined(current);
    if (!stats) {
      await fs.mkdir(current);
      created.push(current);
    } else if (!stats.isDirectory()) {
      throw new WorkspaceError([`${segments.join('/')}: is not a directory`]);
    }
  }
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
  const root = await fs.realpath(workspace);
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

  const result: WriteResult = { written: [], unchanged: [] };
  const missing: Planned[] = [];
  for (const plan of planned) {
    options.signal?.throwIfAborted();
    const state = await inspect(root, plan);
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

  const madeDirectories: string[] = [];
  const madeFiles: string[] = [];
  try {
    for (const { file, segments } of missing) {
      options.signal?.throwIfAborted();
      await makeDirectories(root, segments.slice(0, -1), madeDirectories);
      const target = path.join(root, ...segments);
      const handle = await fs.open(target, CREATE_ONLY, 0o644);
      madeFiles.push(target);
      try {
        await handle.writeFile(file.content, 'utf8');
      } finally {
        await handle.close();
      }
      result.written.push(segments.join('/'));
    }
  } catch (error) {
    for (const made of madeFiles) {
      await fs.rm(made, { force: true });
    }
    for (const made of madeDirectories.reverse()) {
      // Somebody else may have put a file there meanwhile; theirs stays.
      await fs.rmdir(made).catch(() => undefined);
    }
    throw error;
  }
  return result;
}
