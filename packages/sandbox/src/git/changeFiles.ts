import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConflictError, InputError } from '@backstage/errors';
import { isRefName, splitTreePath } from '../names';
import { runGit } from './git';
import type { Repository } from './Repository';

/** What becomes of one file. `sha` is the object name of the blob that is there now, in hexadecimal. */
export type FileChange = { path: string } & (
  | { operation: 'create'; content: Buffer }
  | { operation: 'update'; content: Buffer; sha: string }
  | { operation: 'delete'; sha: string }
);

/** Who a commit is by. */
export interface Author {
  name: string;
  email: string;
}

/** The variables by which git is told who a commit is by. */
export const authorVariables = ({ name, email }: Author) => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email,
});

const NO_OBJECT = '0'.repeat(40);

/** Whether a change fits what is there, as Gitea judges it. */
function refusal(
  change: FileChange,
  there: ReadonlyMap<string, { sha: string }>,
): string | undefined {
  const { operation, path } = change;
  const sha = there.get(path)?.sha;
  if (operation === 'create') {
    return sha === undefined
      ? undefined
      : `repository file already exists [path: ${path}]`;
  }
  if (sha === undefined) {
    return `repository file does not exist [path: ${path}]`;
  }
  return sha === change.sha
    ? undefined
    : `sha does not match [given: ${change.sha}, expected: ${sha}]`;
}

/**
 * Changes files of a branch in one commit, on the branch itself or on a new one that begins there.
 *
 * @returns the object name of the commit
 * @throws InputError when a change does not fit what is there, ConflictError when the new branch exists
 */
export async function changeFiles(
  repository: Repository,
  change: {
    branch: string;
    newBranch: string;
    message: string;
    author: Author;
    files: readonly FileChange[];
  },
): Promise<string> {
  const { branch, newBranch, message, author, files } = change;
  const base = await repository.resolveCommit(branch);
  if (!isRefName(newBranch)) {
    throw new InputError(`'${newBranch}' is not the name of a branch`);
  }
  if (
    newBranch !== branch &&
    (await repository.branches()).includes(newBranch)
  ) {
    throw new ConflictError(`branch already exists [name: ${newBranch}]`);
  }
  const there = new Map(
    (await repository.allEntries(base)).map(entry => [entry.path, entry]),
  );
  const refusals = files.flatMap(each => refusal(each, there) ?? []);
  if (refusals.length > 0) {
    throw new InputError(refusals.join('; '));
  }

  const index = join(tmpdir(), `alexandria-index-${randomUUID()}`);
  const git = async (args: string[], input?: string | Buffer) => {
    const output = await runGit(args, {
      cwd: repository.directory,
      input,
      environment: { GIT_INDEX_FILE: index, ...authorVariables(author) },
    });
    return output.toString('utf8').trim();
  };
  try {
    await git(['read-tree', base]);
    const lines: string[] = [];
    for (const file of files) {
      const path = splitTreePath(file.path).join('/');
      if (file.operation === 'delete') {
        lines.push(`0 ${NO_OBJECT}\t${path}`);
      } else {
        const sha = await git(['hash-object', '-w', '--stdin'], file.content);
        lines.push(`${there.get(path)?.mode ?? '100644'} ${sha}\t${path}`);
      }
    }
    await git(
      ['update-index', '-z', '--index-info'],
      lines.map(line => `${line}\0`).join(''),
    );
    const tree = await git(['write-tree']);
    const commit = await git(['commit-tree', tree, '-p', base], message);
    // Only where the branch is still as it was looked at, or is not there yet.
    await git([
      'update-ref',
      `refs/heads/${newBranch}`,
      commit,
      newBranch === branch ? base : NO_OBJECT,
    ]);
    return commit;
  } finally {
    await rm(index, { force: true });
  }
}
