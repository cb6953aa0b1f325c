import { blockWord } from './blockEdits';
import type { Edit } from './Edit';
import { Action, withoutComments } from './templateActions';

/** Actions that stand alone and take up lines of their own: a guard, an include, an assignment. */
function actionEdits(actions: readonly Action[], source: string): Edit[] {
  return actions.flatMap(action => {
    const { start, end } = action;
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    const next = source.indexOf('\n', end);
    const lineEnd = next < 0 ? source.length : next;
    const alone =
      source.slice(lineStart, start).trim() === '' &&
      source.slice(end, lineEnd).trim() === '';
    return alone && blockWord(action) === undefined
      ? [{ mutator: 'ActionDropped', start, end, replacement: '' }]
      : [];
  });
}

/** What is written instead of a scalar. */
function otherScalar(scalar: string): string {
  if (/^[0-9]+$/.test(scalar)) {
    return String(Number(scalar) + 1);
  }
  const opposites: Record<string, string> = { true: 'false', false: 'true' };
  return opposites[scalar] ?? `${scalar}x`;
}

/** Lines of text, with or without actions among it: the line left out, and its literal scalar changed. */
function textEdits(actions: readonly Action[], source: string): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of withoutComments(source).split('\n')) {
    const from = start;
    const to = from + line.length;
    start = to + 1;
    const within = actions.filter(
      action => action.start < to && action.end > from,
    );
    const whole = within.every(
      action =>
        action.start >= from &&
        action.end <= to &&
        blockWord(action) === undefined,
    );
    const text = within.reduce(
      (rest, action) =>
        rest.replace(source.slice(action.start, action.end), ''),
      line,
    );
    if (!whole || text.trim() === '' || text.trim().startsWith('#')) {
      continue;
    }
    edits.push({
      mutator: 'LineDropped',
      start: from,
      end: Math.min(to + 1, source.length),
      replacement: '',
    });
    const scalar = /^\s*(?:- )?(?:[\w./-]+: )?([\w./-]+)$/.exec(line)?.[1];
    if (scalar !== undefined && within.length === 0) {
      edits.push({
        mutator: 'ScalarChanged',
        start: to - scalar.length,
        end: to,
        replacement: otherScalar(scalar),
      });
    }
  }
  return edits;
}

/** Changes of whole lines. */
export function lineEdits(actions: readonly Action[], source: string): Edit[] {
  return [...actionEdits(actions, source), ...textEdits(actions, source)];
}
