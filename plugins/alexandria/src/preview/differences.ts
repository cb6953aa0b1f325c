import { formatPatch, structuredPatch } from 'diff';
import type { StructuredPatch } from 'diff';
import type { EnvironmentPreview } from './EnvironmentPreview';

/** Neighbouring lines of a unified diff that are of one sort; `hunk` is the line of positions above them. */
export interface DiffBlock {
  sort: 'hunk' | 'same' | 'removed' | 'added';
  /** The lines with the sign of a unified diff in front, without a line end behind the last. */
  text: string;
}

/** What differs in one object, or in the values. */
export interface Difference {
  /** `Kind/name`, or the name of the file. */
  id: string;
  change: 'changed' | 'removed' | 'added';
  blocks: DiffBlock[];
  /** What `patch` takes. */
  patch: string;
}

/** What of two environments is compared. */
export type Compared = 'manifests' | 'values';

const SORTS: Record<string, DiffBlock['sort']> = {
  '+': 'added',
  '-': 'removed',
};

/** A range of lines as a unified diff says it: an empty one stands behind the line before it. */
const range = (start: number, lines: number) =>
  `${lines === 0 ? start - 1 : start},${lines}`;

function blocksOf(patch: StructuredPatch): DiffBlock[] {
  return patch.hunks.flatMap(hunk => {
    const blocks: DiffBlock[] = [
      {
        sort: 'hunk',
        text: `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(
          hunk.newStart,
          hunk.newLines,
        )} @@`,
      },
    ];
    for (const line of hunk.lines) {
      const sort = SORTS[line[0]] ?? 'same';
      const last = blocks[blocks.length - 1];
      if (last.sort === sort) {
        last.text += `\n${line}`;
      } else {
        blocks.push({ sort, text: line });
      }
    }
    return blocks;
  });
}

function changeOf(before?: string, after?: string): Difference['change'] {
  if (before === undefined) {
    return 'added';
  }
  return after === undefined ? 'removed' : 'changed';
}

/**
 * How one text differs from another, as a unified diff with three lines of context; undefined when it does not.
 *
 * @param names - what the two sides are called
 * @param before - undefined when there was nothing
 * @param after - undefined when there is nothing any more
 */
export function difference(
  id: string,
  names: [before: string, after: string],
  before?: string,
  after?: string,
): Difference | undefined {
  if (before === after) {
    return undefined;
  }
  const patch = structuredPatch(
    before === undefined ? '/dev/null' : `${names[0]}/${id}`,
    after === undefined ? '/dev/null' : `${names[1]}/${id}`,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3 },
  );
  return {
    id,
    change: changeOf(before, after),
    blocks: blocksOf(patch),
    patch: formatPatch(patch),
  };
}

/** How one environment differs from another, object by object; nothing for what is the same in both. */
export function differences(
  before: EnvironmentPreview,
  after: EnvironmentPreview,
  compared: Compared,
): Difference[] {
  const names: [string, string] = [before.name, after.name];
  if (compared === 'values') {
    const found = difference(
      'values.yaml',
      names,
      before.values(),
      after.values(),
    );
    return found ? [found] : [];
  }
  const objects = (of: EnvironmentPreview) =>
    new Map(of.objects().map(object => [object.id, object]));
  const [old, now] = [objects(before), objects(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(
    id => difference(id, names, old.get(id)?.yaml(), now.get(id)?.yaml()) ?? [],
  );
}
