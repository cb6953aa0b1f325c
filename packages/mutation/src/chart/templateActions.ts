/** A word, literal or sign of an action. */
export interface Token {
  kind: 'word' | 'string' | 'number' | 'sign';
  text: string;
  /** Offset in the source. */
  start: number;
  end: number;
}

/** What stands between `{{` and `}}`, comments aside. */
export interface Action {
  /** Offsets of the braces' outer ends. */
  start: number;
  end: number;
  tokens: Token[];
}

const TOKEN =
  /("(?:\\.|[^"\\\n])*"|`[^`]*`)|(:=|[()|,=])|(-?[0-9][0-9.]*(?![\w.]))|([^\s()|,"`]+)/g;

const kinds = ['string', 'sign', 'number', 'word'] as const;

function tokensOf(source: string, start: number, end: number): Token[] {
  return [...source.slice(start, end).matchAll(TOKEN)].map(match => {
    const at = start + match.index;
    const kind = kinds[match.slice(1).findIndex(group => group !== undefined)];
    return { kind, text: match[0], start: at, end: at + match[0].length };
  });
}

/** Where the action that begins at an offset ends: braces inside strings end nothing. */
function endOfAction(source: string, start: number): number {
  const inside = /"(?:\\.|[^"\\\n])*"|`[^`]*`|\}\}/g;
  inside.lastIndex = start;
  for (let match = inside.exec(source); match; match = inside.exec(source)) {
    if (match[0] === '}}') {
      return match.index + 2;
    }
  }
  throw new Error(`the action at offset ${start} does not end`);
}

const COMMENT = /\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/y;

/** The actions of a Go template, in the order in which they stand. */
export function actionsOf(source: string): Action[] {
  const actions: Action[] = [];
  for (
    let start = source.indexOf('{{');
    start >= 0;
    start = source.indexOf('{{', start)
  ) {
    COMMENT.lastIndex = start;
    const comment = COMMENT.exec(source);
    const end = comment
      ? start + comment[0].length
      : endOfAction(source, start);
    if (!comment) {
      const from = start + (source.startsWith('{{- ', start) ? 3 : 2);
      const to = end - (source.slice(0, end).endsWith(' -}}') ? 3 : 2);
      actions.push({ start, end, tokens: tokensOf(source, from, to) });
    }
    start = end;
  }
  return actions;
}

/** The source with every comment replaced by spaces, so that offsets stay. */
export function withoutComments(source: string): string {
  return source.replace(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/g, comment =>
    comment.replace(/[^\n]/g, ' '),
  );
}
