import { blockWord } from './blockEdits';
import type { Edit } from './Edit';
import { Action, Token, withoutComments } from './templateActions';

/** How far an indent is moved. */
const STEP = 2;

/** The number of spaces that a block of text is moved in by. */
function indentOf({ tokens }: Action): Token | undefined {
  const at = tokens.findIndex(({ text }) => /^n?indent$/.test(text)) + 1;
  return at > 0 && tokens[at]?.kind === 'number' ? tokens[at] : undefined;
}

/** Writes nothing; a definition begins another text. */
function isSilent(action: Action): boolean {
  const word = blockWord(action);
  return word === undefined
    ? action.tokens.some(({ text }) => /^:?=$/.test(text))
    : word !== 'define';
}

/** The source without what writes nothing, so that offsets stay. */
function written(actions: readonly Action[], source: string): string {
  return actions
    .filter(isSilent)
    .reduce(
      (text, { start, end }) =>
        text.slice(0, start) +
        text.slice(start, end).replace(/[^\n]/g, ' ') +
        text.slice(end),
      withoutComments(source),
    );
}

const isEmpty = (line: string) => /^\s*(#|$)/.test(line);

/** The column of the key, or of the item of a list, whose value begins after a line; undefined for another line. */
function keyColumn(line: string): number | undefined {
  const [, items, rest] = /^(\s*(?:- )*)([^{}]*[:|])$/.exec(line) ?? [];
  if (items === undefined) {
    return undefined;
  }
  return rest === '|' ? items.length - '- '.length : items.length;
}

/** Where the first line of a text stands that is no comment; undefined when there is none. */
function columnAfter(
  text: string,
  offset: number,
  actions: readonly Action[],
): number | undefined {
  let start = offset;
  for (const line of text.split('\n')) {
    if (!isEmpty(line)) {
      const column = line.search(/\S/);
      const at = start + column;
      const action = actions.find(other => other.start === at);
      const indent = action && indentOf(action);
      return indent ? Number(indent.text) : column;
    }
    start += line.length + 1;
  }
  return undefined;
}

/**
 * Whether a block is all that stands under its key. However much deeper it stands, YAML takes it for the same: a move
 * that way is no change.
 */
function standsAlone(
  actions: readonly Action[],
  { start, end }: Action,
  spaces: number,
  text: string,
): boolean {
  const before = text.slice(0, start).split('\n');
  const lastBefore = before.reverse().find(line => !isEmpty(line)) ?? '';
  const key = keyColumn(lastBefore.trimEnd());
  const restOfLine = /^[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  const after = columnAfter(text.slice(end), end, actions);
  return (
    key !== undefined &&
    spaces > key &&
    restOfLine.trim() === '' &&
    (after === undefined || after <= key)
  );
}

/** Indents that are deeper, where that means something else, and less deep. */
export function indentEdits(
  actions: readonly Action[],
  source: string,
): Edit[] {
  const text = written(actions, source);
  return actions.flatMap(action => {
    const indent = indentOf(action);
    if (!indent) {
      return [];
    }
    const spaces = Number(indent.text);
    return [
      ...(standsAlone(actions, action, spaces, text) ? [] : [spaces + STEP]),
      spaces - STEP,
    ]
      .filter(moved => moved >= 0)
      .map(moved => ({
        mutator: 'Indent',
        start: indent.start,
        end: indent.end,
        replacement: String(moved),
      }));
  });
}
