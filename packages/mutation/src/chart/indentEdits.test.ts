import { indentEdits } from './indentEdits';
import { actionsOf } from './templateActions';

const lines = (...text: string[]) => `${text.join('\n')}\n`;

/** Templates, and the moves that are made of each. */
const cases: [string, string, string[]][] = [
  [
    'a block alone under its key, last of the template',
    lines('a:', '  {{- toYaml . | nindent 2 }}'),
    ['2 to 0'],
  ],
  [
    'a block before another key',
    lines('  a:', '    {{- .x | nindent 4 }}', '  # why', '  b: 1'),
    ['4 to 2'],
  ],
  [
    'a block whose key begins an item of a list',
    lines('- a:', '    {{- .x | nindent 4 }}', '  b: 1'),
    ['4 to 2'],
  ],
  [
    'a block of text',
    lines('- |', '  {{- .x | nindent 2 }}', '- b', 'c: |'),
    ['2 to 0'],
  ],
  [
    'blocks that stand alone under conditions',
    lines(
      '{{- with .x }}',
      'a:',
      '  {{- $y := . }}',
      '  {{- toYaml $y | nindent 2 }}',
      '{{- end }}',
      '{{- /* why: */}}',
      'b:',
      '  {{- .z | nindent 2 }}',
    ),
    ['2 to 0', '2 to 0'],
  ],
  [
    'blocks side by side',
    lines('a:', '  {{- .x | nindent 2 }}', '  {{- .y | nindent 2 }}'),
    ['2 to 4', '2 to 0', '2 to 4', '2 to 0'],
  ],
  [
    'a block with a key after it',
    lines('a:', '  {{- .x | nindent 2 }}', '  b: 1'),
    ['2 to 4', '2 to 0'],
  ],
  [
    'a block with a key before it',
    lines('a:', '  b: 1', '  {{- .x | nindent 2 }}'),
    ['2 to 4', '2 to 0'],
  ],
  [
    'a block with text behind it',
    lines('a:', '  {{- .x | nindent 2 }} b'),
    ['2 to 4', '2 to 0'],
  ],
  [
    'a block at the start of a definition',
    lines('a:', '{{- define "b" }}', '  {{- .x | nindent 2 }}', '{{- end }}'),
    ['2 to 4', '2 to 0'],
  ],
  [
    'a block that is not moved in',
    lines('a:', '{{ .x | indent 0 }}'),
    ['0 to 2'],
  ],
];

describe('indentEdits', () => {
  it.each(cases)('moves %s', (_, source, expected) => {
    expect(
      indentEdits(actionsOf(source), source).map(
        ({ start, end, replacement }) =>
          `${source.slice(start, end)} to ${replacement}`,
      ),
    ).toEqual(expected);
  });
});
