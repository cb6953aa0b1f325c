import {
  formatIssue,
  type Issue,
} from '@alexandriaproject/alexandria-manifests';
import { InputError } from '@backstage/errors';

/**
 * The error for input that is rejected: every issue on a line of its own, so that the task log shows all of them at once.
 *
 * @param what - what was rejected, for example "The answers"
 */
export function rejected(what: string, issues: Issue[]): InputError {
  const count = issues.length === 1 ? '1 problem' : `${issues.length} problems`;
  return new InputError(
    [
      `${what} cannot be used, nothing was written. ${count}:`,
      ...issues.map(issue => `- ${formatIssue(issue)}`),
    ].join('\n'),
  );
}
