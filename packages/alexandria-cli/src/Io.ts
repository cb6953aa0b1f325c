import { formatIssue, Issue } from '@alexandriaproject/alexandria-manifests';

/** The streams of the process. */
export interface Io {
  /** Reads standard input to its end. */
  stdin(): Promise<string>;
  stdout(part: string): void;
  stderr(part: string): void;
}

/** Exit codes, as scripts rely on them. */
export const exitCode = { accepted: 0, rejected: 1, wrongUse: 2 } as const;

/** The command was called in a way that it does not have: a file that is not there, an option twice. */
export class WrongUse extends Error {}

/** Writes one line per issue on standard error. */
export function printIssues(
  io: Io,
  issues: readonly Issue[],
  prefix: 'error' | 'warning',
): void {
  for (const issue of issues) {
    io.stderr(`${prefix}: ${formatIssue(issue)}\n`);
  }
}
