import { diffArrays } from 'diff';
import { MAX_LENGTH } from '../values/sizeIssues';

/** Lines that both sides changed, and not alike. */
export interface LineConflict {
  /** Where it begins in theirs, from 1. */
  line: number;
  base: string;
  theirs: string;
  ours: string;
}

/** Base lines from `start` to before `end`, and what a side has in their place. */
interface Hunk {
  start: number;
  end: number;
  sideStart: number;
  sideEnd: number;
}

/** More edits than this make a text another text, and would take long to find. */
const MAX_EDITS = 2000;

/** With their line breaks. */
const linesOf = (text: string) => (text === '' ? [] : text.split(/(?<=\n)/));

function hunksOf(base: string[], side: string[]): Hunk[] | undefined {
  const parts = diffArrays(base, side, { maxEditLength: MAX_EDITS });
  if (parts === undefined) {
    return undefined;
  }
  const hunks: Hunk[] = [];
  let [inBase, inSide] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      inBase += count;
      inSide += count;
      continue;
    }
    const last = hunks.at(-1);
    const hunk =
      last !== undefined && last.end === inBase && last.sideEnd === inSide
        ? last
        : {
            start: inBase,
            end: inBase,
            sideStart: inSide,
            sideEnd: inSide,
          };
    if (hunk !== last) {
      hunks.push(hunk);
    }
    if (removed) {
      inBase += count;
    } else {
      inSide += count;
    }
    hunk.end = inBase;
    hunk.sideEnd = inSide;
  }
  return hunks;
}

/** What a side has in place of base lines, given those of its hunks that lie there. */
function sideRange(hunks: Hunk[], start: number, end: number, shift: number) {
  const first = hunks.at(0);
  const last = hunks.at(-1);
  return first === undefined || last === undefined
    ? { from: start + shift, to: end + shift }
    : {
        from: first.sideStart - (first.start - start),
        to: last.sideEnd + (end - last.end),
      };
}

/** Hunks of both sides that touch one another belong together. */
function* regions(theirs: Hunk[], ours: Hunk[]) {
  const [a, b] = [[...theirs], [...ours]];
  while (a.length > 0 || b.length > 0) {
    const start = Math.min(a[0]?.start ?? Infinity, b[0]?.start ?? Infinity);
    let end = start;
    const region: { theirs: Hunk[]; ours: Hunk[] } = { theirs: [], ours: [] };
    for (let grown = true; grown; ) {
      grown = false;
      for (const [from, into] of [
        [a, region.theirs],
        [b, region.ours],
      ]) {
        while (from.length > 0 && from[0].start <= end) {
          const hunk = from.shift() as Hunk;
          into.push(hunk);
          end = Math.max(end, hunk.end);
          grown = true;
        }
      }
    }
    yield { start, end, ...region };
  }
}

/**
 * Three-way merge of text by lines, as diff3 does it: what only one side changed is taken, what both changed alike as well, and
 * changes of both that touch one another are a conflict.
 *
 * @returns undefined for texts that are very long, or have next to nothing in common
 */
export function mergeLines(
  base: string,
  theirs: string,
  ours: string,
  decide: (conflict: LineConflict) => 'theirs' | 'ours',
): string | undefined {
  if ([base, theirs, ours].some(text => text.length > MAX_LENGTH)) {
    return undefined;
  }
  const [b, t, o] = [base, theirs, ours].map(linesOf);
  const [theirHunks, ourHunks] = [hunksOf(b, t), hunksOf(b, o)];
  if (theirHunks === undefined || ourHunks === undefined) {
    return undefined;
  }
  const merged: string[] = [];
  let done = 0;
  let [theirShift, ourShift] = [0, 0];
  for (const region of regions(theirHunks, ourHunks)) {
    const { start, end } = region;
    merged.push(...b.slice(done, start));
    done = end;
    const inTheirs = sideRange(region.theirs, start, end, theirShift);
    const inOurs = sideRange(region.ours, start, end, ourShift);
    theirShift = inTheirs.to - end;
    ourShift = inOurs.to - end;
    const was = b.slice(start, end).join('');
    const they = t.slice(inTheirs.from, inTheirs.to).join('');
    const we = o.slice(inOurs.from, inOurs.to).join('');
    if (they === was) {
      merged.push(we);
    } else if (we === was || we === they) {
      merged.push(they);
    } else {
      const taken = decide({
        line: inTheirs.from + 1,
        base: was,
        theirs: they,
        ours: we,
      });
      merged.push(taken === 'theirs' ? they : we);
    }
  }
  return [...merged, ...b.slice(done)].join('');
}
