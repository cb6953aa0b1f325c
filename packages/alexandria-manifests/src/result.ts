/**
 * One thing that is wrong, or worth a warning.
 *
 * `path` is a dotted value path with `[i]` for list items, for example `config.webauthn.rpOrigin` or
 * `environments[0].host`; keys that hold anything but letters, digits, `_` and `-` stand as `["a.b/c"]`. The empty path
 * is the whole document.
 *
 * @public
 */
export interface Issue {
  path: string;
  message: string;
  /** What was given, as short JSON. Absent for anything that is or looks like a credential. */
  given?: string;
  /** What would do instead. */
  remedy?: string;
}

/**
 * Either a value, or everything that is wrong with it. Warnings never make a value unusable.
 *
 * @public
 */
export type Result<T> =
  | { ok: true; value: T; warnings: Issue[] }
  | { ok: false; issues: Issue[]; warnings: Issue[] };

/** More than a person reads; whoever gets them all has to hold and print them. */
export const MAX_ISSUES = 100;

/**
 * The first issues, and how many were left out: what is wrong in a hundred thousand places is not told as often.
 *
 * @param total - how many there are, where `issues` has been cut already
 */
export function firstIssues(
  issues: readonly Issue[],
  total = issues.length,
): Issue[] {
  return total <= MAX_ISSUES
    ? [...issues]
    : [
        ...issues.slice(0, MAX_ISSUES),
        {
          path: '',
          message: `has ${total - MAX_ISSUES} more problems, not shown`,
        },
      ];
}

/**
 * One line: `path: message (given …). remedy`.
 *
 * @public
 */
export function formatIssue(issue: Issue): string {
  const where = issue.path === '' ? '' : `${issue.path}: `;
  const given = issue.given === undefined ? '' : ` (given ${issue.given})`;
  const remedy = issue.remedy === undefined ? '' : `. ${issue.remedy}`;
  return `${where}${issue.message}${given}${remedy}`;
}
