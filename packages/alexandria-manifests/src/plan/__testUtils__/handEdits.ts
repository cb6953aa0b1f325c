import fc from 'fast-check';

/** What a person does to a file. */
export interface HandEdit {
  kind: 'comment' | 'insert' | 'change' | 'delete';
  /** Where, as a share of the file's lines. */
  at: number;
}

export const handEdit: fc.Arbitrary<HandEdit> = fc.record({
  kind: fc.constantFrom('comment', 'insert', 'change', 'delete'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

/** What no generated file has. */
export const MARK = 'by-hand-7f3a';

const indentation = (line: string) => /^\s*/.exec(line)?.[0] ?? '';

/** A comment above a line, or a line that says something, or another value in one, or a line less. */
export function edit(text: string, { kind, at }: HandEdit): string {
  const lines = text.split('\n');
  const index = Math.floor(at * lines.length);
  const line = lines[index];
  switch (kind) {
    case 'comment':
      lines.splice(index, 0, `${indentation(line)}# ${MARK}`);
      break;
    case 'insert':
      lines.splice(index, 0, `${indentation(line)}${MARK}: ${MARK}`);
      break;
    case 'change':
      lines[index] = /^[\s-]*[^\s#][^:]*: /.test(line)
        ? line.replace(/: .*/, `: ${MARK}`)
        : `${line} ${MARK}`;
      break;
    default:
      lines.splice(index, 1);
  }
  return lines.join('\n');
}
