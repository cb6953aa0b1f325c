import { code, list } from '../../repository/markdown';
import type { PlanConflict } from '../PlanConflict';
import { inline } from './sides';

const outcomes = {
  theirs: 'kept as it is in the repository',
  ours: 'taken from the new answers',
  undecided: '**not decided**',
};

/** More than a person decides by reading; the plan itself has them all. */
const SHOWN_MAX = 60;

/** What people and the new answers say otherwise of one place, and which of it stands. */
export function conflictLines(conflicts: readonly PlanConflict[]): string {
  return list(
    ...conflicts
      .slice(0, SHOWN_MAX)
      .map(
        ({ path, field, base, theirs, ours, decision }) =>
          `${code(field === '' ? path : `${path}: ${field}`)}: ${
            outcomes[decision ?? 'undecided']
          }. Generated ${inline(base)}, in the repository ${inline(
            theirs,
          )}, new ${inline(ours)}.`,
      ),
    conflicts.length > SHOWN_MAX &&
      `… and ${conflicts.length - SHOWN_MAX} more`,
  );
}
