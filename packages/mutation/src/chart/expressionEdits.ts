import type { Edit } from './Edit';
import type { Action, Token } from './templateActions';

/** Words that stand for their nearest opposite. */
const OPPOSITES: Readonly<Record<string, string>> = {
  and: 'or',
  or: 'and',
  eq: 'ne',
  ne: 'eq',
  lt: 'le',
  le: 'lt',
  gt: 'ge',
  ge: 'gt',
  hasPrefix: 'hasSuffix',
  hasSuffix: 'hasPrefix',
  true: 'false',
  false: 'true',
  first: 'last',
  last: 'first',
  lower: 'upper',
  upper: 'lower',
};

/** Words after which a string is the name of a template. */
const NAMING = ['include', 'define', 'template'];

/** From here on one more is lost among what fractions are rounded to. */
const LARGE = 1e6;

function otherNumber(text: string): string {
  const number = Number(text);
  return String(number < LARGE ? number + 1 : number * 2);
}

function tokenEdits(token: Token, before: Token | undefined): Edit[] {
  const { start, end, text } = token;
  const replaced = (mutator: string, replacement: string) => [
    { mutator, start, end, replacement },
  ];
  if (token.kind === 'number') {
    return before?.text === 'nindent' || before?.text === 'indent'
      ? []
      : replaced('Number', otherNumber(text));
  }
  if (token.kind === 'string') {
    if (before && NAMING.includes(before.text)) {
      return [];
    }
    return replaced('String', text.length === 2 ? '"mutated"' : '""');
  }
  return token.kind === 'word' && Object.hasOwn(OPPOSITES, text)
    ? replaced('Opposite', OPPOSITES[text])
    : [];
}

/** `not X` without `not`; what follows is one operand. */
function negationEdits(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap((token, index) =>
    token.text === 'not' && index + 1 < tokens.length
      ? [
          {
            mutator: 'NegationDropped',
            start: token.start,
            end: tokens[index + 1].start,
            replacement: '',
          },
        ]
      : [],
  );
}

/** A pipeline without one of its stages but the first. */
function stageEdits(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap((token, index) => {
    if (token.text !== '|') {
      return [];
    }
    let depth = 0;
    let last = index;
    for (let i = index + 1; i < tokens.length; i++) {
      const { text } = tokens[i];
      depth += text === '(' ? 1 : 0;
      depth -= text === ')' ? 1 : 0;
      if (depth < 0 || (depth === 0 && text === '|')) {
        break;
      }
      last = i;
    }
    return [
      {
        mutator: 'StageDropped',
        start: tokens[index - 1].end,
        end: tokens[last].end,
        replacement: '',
      },
    ];
  });
}

/** Changes of what an action says. */
export function expressionEdits({ tokens }: Action): Edit[] {
  return [
    ...tokens.flatMap((token, index) => tokenEdits(token, tokens[index - 1])),
    ...negationEdits(tokens),
    ...stageEdits(tokens),
  ];
}
