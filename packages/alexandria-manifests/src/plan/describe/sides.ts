import { code } from '../../repository/markdown';
import type { FieldChange } from '../ChangePlan';
import type { Shown } from '../PlanConflict';

const CELL_MAX = 120;

const words: Record<Exclude<Shown['is'], 'text'>, string> = {
  absent: '(not there)',
  unknown: '(not known)',
  withheld: '(withheld)',
};

/** A side in one line, as it fits into a table. */
export function inline(side: Shown): string {
  if (side.is !== 'text') {
    return words[side.is];
  }
  const text = side.text.replace(/\s+/g, ' ').trim();
  return text === ''
    ? '(empty)'
    : code(text.length > CELL_MAX ? `${text.slice(0, CELL_MAX)}…` : text);
}

/** `path`: from → to. */
export function changed({ path, from, to }: FieldChange): string {
  if (from.is === 'withheld' && to.is === 'withheld') {
    return `${code(path)} changes (withheld)`;
  }
  return `${code(path)}: ${inline(from)} → ${inline(to)}`;
}
