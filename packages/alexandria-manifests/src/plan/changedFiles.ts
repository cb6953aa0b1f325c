import type { GeneratedFile } from '../GeneratedFile';
import type { Issue, Result } from '../result';
import type { ChangePlan } from './ChangePlan';

/**
 * What to write into a repository, and what to delete from it.
 *
 * @public
 */
export interface ChangedFiles {
  /** Added or replaced, whole. */
  written: GeneratedFile[];
  /** Paths. */
  removed: string[];
}

/**
 * What carries out a plan. Refused while a conflict is undecided or the merged values are not accepted: nothing of a plan is
 * applied then.
 *
 * @public
 */
export function changedFiles({
  files,
  conflicts,
  issues = [],
}: Pick<ChangePlan, 'files' | 'conflicts'> & {
  issues?: readonly Issue[];
}): Result<ChangedFiles> {
  const undecided = conflicts
    .filter(({ decision }) => decision === undefined)
    .map(({ path, field, remedy }) => ({
      path: field === '' ? path : `${path}: ${field}`,
      message:
        'was changed by hand, and is changed otherwise by the new answers',
      remedy,
    }));
  const all = [...undecided, ...issues];
  return all.length > 0
    ? { ok: false, issues: all, warnings: [] }
    : {
        ok: true,
        value: {
          written: files.flatMap(({ path, content }) =>
            content === undefined ? [] : [{ path, content }],
          ),
          removed: files
            .filter(({ action }) => action === 'remove')
            .map(({ path }) => path),
        },
        warnings: [],
      };
}
