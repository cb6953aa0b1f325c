import { code, list } from '../../repository/markdown';
import type { PlanConflict } from '../PlanConflict';
import { inline } from './sides';

const outcomes = {
  theirs: 'kept as it is in the repository',
  ours: 'taken from the new answers',
  undecided: '**not decided**',
};

/** What people and the new answers say otherwise of one place, and which of it stands. */
export function conflictLines(conflicts: readonly PlanConflict[]): string {
  return list(
    ...conflicts.map(
      ({ path, field, base, theirs, ours, decision }) =>
        `${code(field === '' ? path : `${path}: ${field}`)}: ${
          outcomes[decision ?? 'undecided']
        }. Generated ${inline(base)}, in the repository ${inline(
          theirs,
        )}, new ${inline(ours)}.`,
    ),
  );
}
