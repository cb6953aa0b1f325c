/**
 * A request to read or write that would leave the workspace, follow a symbolic link or replace somebody else's file.
 * `problems` has one line per path, in the order of the request; nothing has been written when it is thrown.
 *
 * @public
 */
export class WorkspaceError extends Error {
  readonly problems: readonly string[];

  constructor(problems: string[]) {
    super(
      problems.length === 1
        ? problems[0]
        : `${problems.length} paths cannot be used:\n${problems
            .map(problem => `- ${problem}`)
            .join('\n')}`,
    );
    this.name = 'WorkspaceError';
    this.problems = problems;
  }
}
