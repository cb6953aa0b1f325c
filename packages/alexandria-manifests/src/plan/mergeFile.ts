import { paths } from '../repository/paths';
import type { Decision, PlanConflict } from './PlanConflict';
import { mergeLines } from './mergeLines';
import { mergeYaml } from './mergeYaml';
import { ABSENT, shownText, shownValue, UNKNOWN } from './shown';

/** Text of a file, or that there is none, or that it is not known. */
export type FileSide = string | typeof ABSENT | typeof UNKNOWN;

/** What somebody decided about a place; undefined where nobody has. */
export type Decided = (
  path: string,
  field: string,
) => Decision['take'] | undefined;

/** A file as merged, with what was in the way. */
export interface MergedFile {
  content: string | typeof ABSENT;
  conflicts: PlanConflict[];
}

const isYaml = (path: string) =>
  /\.ya?ml$/.test(path) && !path.startsWith(`${paths.chart}/templates/`);

/** Gathers conflicts and answers them, with theirs where nobody decided. */
class Decisions {
  readonly conflicts: PlanConflict[] = [];

  constructor(readonly path: string, readonly decided: Decided) {}

  settle(conflict: Omit<PlanConflict, 'path' | 'decision'>): Decision['take'] {
    const decision = this.decided(this.path, conflict.field);
    this.conflicts.push({ path: this.path, ...conflict, decision });
    return decision ?? 'theirs';
  }
}

function yaml(
  base: FileSide,
  theirs: string,
  ours: string,
  decisions: Decisions,
): string | undefined {
  return mergeYaml(
    typeof base === 'string' ? base : undefined,
    theirs,
    ours,
    ({ field, segments, ...sides }) =>
      decisions.settle({
        field,
        base: shownValue(sides.base, segments),
        theirs: shownValue(sides.theirs, segments),
        ours: shownValue(sides.ours, segments),
        remedy:
          'Keep what the repository has, or take what the new answers give; or edit the file so that both are said, and plan again',
      }),
  );
}

/** Lines cannot be told apart without what they were. */
function lines(
  base: FileSide,
  theirs: string,
  ours: string,
  decisions: Decisions,
): string | undefined {
  if (typeof base !== 'string') {
    return undefined;
  }
  return mergeLines(base, theirs, ours, ({ line, ...sides }) =>
    decisions.settle({
      field: `line ${line}`,
      base: shownText(sides.base === '' ? ABSENT : sides.base),
      theirs: shownText(sides.theirs === '' ? ABSENT : sides.theirs),
      ours: shownText(sides.ours === '' ? ABSENT : sides.ours),
      remedy:
        'Keep the lines of the repository, or take the new ones; or edit the file so that both are said, and plan again',
    }),
  );
}

function whole(
  path: string,
  base: FileSide,
  theirs: string,
  ours: FileSide,
  decided: Decided,
): MergedFile {
  const decisions = new Decisions(path, decided);
  const taken = decisions.settle({
    field: '',
    base: shownText(base),
    theirs: shownText(theirs),
    ours: shownText(ours),
    remedy:
      ours === ABSENT
        ? 'Keep the file, or remove it with what was done to it'
        : 'Keep the file of the repository, or take the new one with all that it says otherwise',
  });
  return {
    content: taken === 'theirs' || ours === UNKNOWN ? theirs : ours,
    conflicts: decisions.conflicts,
  };
}

/**
 * Merges what people and new answers made of one file. What only one side changed is taken. A file that people deleted stays
 * deleted; one that they edited and that is not generated any more is a conflict.
 *
 * @param base - as it was generated
 * @param theirs - as it is in the repository
 * @param ours - as it is generated from the new answers
 */
export function mergeFile(
  path: string,
  base: FileSide,
  theirs: string | typeof ABSENT,
  ours: string | typeof ABSENT,
  decided: Decided,
): MergedFile {
  const taken = (content: string | typeof ABSENT): MergedFile => ({
    content,
    conflicts: [],
  });
  if (theirs === ours || base === ours) {
    return taken(theirs);
  }
  if (base === theirs) {
    return taken(ours);
  }
  if (theirs === ABSENT) {
    return taken(ABSENT);
  }
  if (ours === ABSENT) {
    return whole(path, base, theirs, ours, decided);
  }
  for (const merge of isYaml(path) ? [yaml, lines] : [lines]) {
    const decisions = new Decisions(path, decided);
    const content = merge(base, theirs, ours, decisions);
    if (content !== undefined) {
      return { content, conflicts: decisions.conflicts };
    }
  }
  return whole(path, base, theirs, ours, decided);
}
