import { answerAt, withAnswer, type Draft } from '../answerAt';

/** An item of a list of answers. */
export type Row = Record<string, unknown>;

/** The rows of a list of answers; empty when there is none. */
export function rowsAt(draft: Draft, path: string): readonly Row[] {
  const list = answerAt(draft, path);
  return Array.isArray(list) ? list : [];
}

function change(
  draft: Draft,
  path: string,
  edit: (rows: Row[]) => void,
): Draft {
  const rows = [...rowsAt(draft, path)];
  edit(rows);
  return withAnswer(draft, path, rows);
}

/** A copy with a row put in at a position. */
export function withRow(
  draft: Draft,
  path: string,
  position: number,
  row: Row,
): Draft {
  return change(draft, path, rows => rows.splice(position, 0, row));
}

/** A copy without the row at a position. */
export function withoutRow(
  draft: Draft,
  path: string,
  position: number,
): Draft {
  return change(draft, path, rows => rows.splice(position, 1));
}

/** A copy with the row of one position at another. */
export function withRowMoved(
  draft: Draft,
  path: string,
  from: number,
  to: number,
): Draft {
  return change(draft, path, rows => {
    rows.splice(to, 0, ...rows.splice(from, 1));
  });
}

/**
 * A name that no row has yet: the given one with the lowest number from 2 that is free, cut to stay within `maxLength`.
 */
export function freeName(
  rows: readonly Row[],
  name: string,
  maxLength: number,
): string {
  const taken = new Set(rows.map(row => row.name));
  const stem = name.replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const found = stem.slice(0, maxLength - end.length) + end;
    if (!taken.has(found)) {
      return found;
    }
  }
}
