import type { Edit } from './Edit';
import type { Action, Token } from './templateActions';

const OPENING = ['if', 'with', 'range', 'define', 'block'];

/** What an action is for its block; undefined for one that stands alone. */
export function blockWord({ tokens }: Action): string | undefined {
  const [first] = tokens;
  return first && [...OPENING, 'else', 'end'].includes(first.text)
    ? first.text
    : undefined;
}

/** From the first token of a condition to its end. */
function condition(tokens: readonly Token[]): [number, number] | undefined {
  const from = tokens.findIndex(({ text }) => text === 'if') + 1;
  return from === 0 || from === tokens.length
    ? undefined
    : [tokens[from].start, tokens[tokens.length - 1].end];
}

/** An `if` turned round; a `with` or a `range` over nothing. */
function headEdits(action: Action, source: string): Edit[] {
  const { tokens } = action;
  const asked = condition(tokens);
  if (asked) {
    const [start, end] = asked;
    const replacement = `not (${source.slice(start, end)})`;
    return [{ mutator: 'ConditionNegated', start, end, replacement }];
  }
  const [first] = tokens;
  if (first?.text !== 'with' && first?.text !== 'range') {
    return [];
  }
  const assigned = tokens.findIndex(({ text }) => text === ':=');
  const start = tokens[assigned < 0 ? 1 : assigned + 1].start;
  const { end } = tokens[tokens.length - 1];
  const replacement = first.text === 'with' ? 'false' : 'list';
  return [{ mutator: 'BlockSkipped', start, end, replacement }];
}

/** Every `else` without what follows it, up to the next `else` or the end. */
function elseEdits(actions: readonly Action[]): Edit[] {
  const open: (Action | undefined)[] = [];
  const edits: Edit[] = [];
  for (const action of actions) {
    const word = blockWord(action);
    if (word !== undefined && OPENING.includes(word)) {
      open.push(undefined);
    } else if (word === 'else' || word === 'end') {
      const begun = open.pop();
      if (begun) {
        edits.push({
          mutator: 'ElseDropped',
          start: begun.start,
          end: action.start,
          replacement: '',
        });
      }
      if (word === 'else') {
        open.push(action);
      }
    }
  }
  return edits;
}

/** Changes of which parts of a template are written. */
export function blockEdits(actions: readonly Action[], source: string): Edit[] {
  return [
    ...actions.flatMap(action => headEdits(action, source)),
    ...elseEdits(actions),
  ];
}
