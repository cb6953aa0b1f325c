import { formatIssue } from '../result';
import { readYaml } from './readYaml';

const read = (text: string) => {
  const result = readYaml(text);
  return result.ok ? result.value : result.issues.map(formatIssue);
};

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghi'].map(
    (name, index) =>
      `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`,
  ),
].join('\n');

describe('readYaml', () => {
  it.each<[string, string, unknown]>([
    ['nothing', '', {}],
    ['only comments', '# nothing\n', {}],
    ['null', '~', {}],
    [
      'a map',
      'a: 1\nb: [true, "on", 0.5]\nc: text\n',
      { a: 1, b: [true, 'on', 0.5], c: 'text' },
    ],
    [
      'an anchor and its alias',
      'a: &x {p: 1}\nb: *x\n',
      { a: { p: 1 }, b: { p: 1 } },
    ],
    [
      'a merge key that comes first',
      'a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\n',
      { a: { p: 1, q: 2 }, b: { p: 1, q: 3 } },
    ],
    ['quoted keys', '"on": 1\n"1": 2\n', { on: 1, 1: 2 }],
    ['blocks of text', 'a: |\n  on\n  0123\n', { a: 'on\n0123\n' }],
    [
      'a block with a tab after its indentation',
      'a: |2\n  \tb\n',
      { a: '\tb\n' },
    ],
    ['a question mark outside of braces', 'a: http://b?c', { a: 'http://b?c' }],
    ['an address outside of braces', 'a: ::1', { a: '::1' }],
    ['a quoted one within', 'a: ["b?c"]', { a: ['b?c'] }],
    ['hexadecimal numbers', 'a: 0x1F', { a: 31 }],
    ['one document that is introduced', '---\na: 1\n', { a: 1 }],
  ])('reads %s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each([
    'on',
    'Off',
    'y',
    'N',
    'yes',
    'NO',
    '0123',
    '1_000',
    '-_0',
    '-_0_',
    '1_e3',
    '._5',
    '0x_1',
    '12:30:45',
    '1e3',
    '0o17',
    '0b11',
    '0b-0',
    '0o+7',
    '0_b-1',
    '0X1F',
    '-0x1F',
    '2001-01-01',
  ])('refuses the bare %s and says to quote it', scalar => {
    expect(read(`a:\n  b: ${scalar}`)).toEqual([
      `a.b: is read as different values by different YAML readers (line 2) (given ${scalar}). Quote it: "${scalar}"`,
    ]);
    expect(read(`a:\n  b: "${scalar}"`)).toEqual({ a: { b: scalar } });
  });

  it.each([
    [
      'a key given twice',
      'a: 1\nb: 2\na: 3',
      'a: comes twice in one map (line 3). Keep one of the two',
    ],
    [
      'a key given twice in a flow',
      'a: {b: 1, b: 2}',
      'a.b: comes twice in one map (line 1). Keep one of the two',
    ],
    [
      'a key that is a boolean',
      'on: 1',
      'on: is a key that is not read as text everywhere (line 1). Quote it: "on"',
    ],
    [
      'a key that is a number',
      '1: 1',
      '1: is a key that is not read as text everywhere (line 1). Quote it: "1"',
    ],
    [
      'a tag',
      'a: !!str 1',
      'a: has a tag, which values may not have (line 1). Leave the tag out; put text in quotes',
    ],
    [
      'an unknown tag',
      'a: !vault x',
      'a: has a tag, which values may not have (line 1). Leave the tag out; put text in quotes',
    ],
    [
      'a tag on a map',
      'a: !!map {}',
      'a: has a tag, which values may not have (line 1). Leave the tag out; put text in quotes',
    ],
    [
      'a block of text that begins with a tab',
      'a:\n  - |\n    \tb\n',
      'a[0]: is a block of text that begins with a tab (line 2). Put the text in quotes, with \\t for the tab',
    ],
    [
      'a question mark in bare text within braces',
      'a: {b: http://c?d}',
      'a.b: has a "?", or begins with a ":", in unquoted text within braces or brackets (line 1). Quote it',
    ],
    [
      'an address that begins with a colon within braces',
      'a: {b: ::1}',
      'a.b: has a "?", or begins with a ":", in unquoted text within braces or brackets (line 1). Quote it',
    ],
    [
      'a question mark in a bare key within brackets',
      'a: [{b?: c}]',
      'a[0]["b?"]: has a "?", or begins with a ":", in unquoted text within braces or brackets (line 1). Quote it',
    ],
    [
      'several documents',
      'a: 1\n---\nb: 2',
      'holds 2 documents. Keep one, without lines of ---',
    ],
    [
      'a list at the top',
      '- a',
      'must be a map at the top (given a list of 1)',
    ],
    ['text at the top', 'hello', 'must be a map at the top (given "hello")'],
    [
      'a number that cannot be held',
      'a: 12345678901234567890',
      'a: is a number that cannot be held exactly (line 1) (given 12345678901234567890). Quote it, or write an integer of at most 2^53 - 1',
    ],
    [
      'infinity',
      'a: .inf',
      'a: is a number that cannot be held exactly (line 1) (given .inf). Quote it, or write an integer of at most 2^53 - 1',
    ],
    [
      '__proto__',
      '__proto__: {a: 1}',
      '["__proto__"]: is not accepted as a key (line 1)',
    ],
    [
      'a late merge key',
      'a: &x {p: 1}\nb: {p: 2, <<: *x}',
      'b["<<"]: must come first in its map (line 2). Readers disagree on which of the keys wins otherwise',
    ],
    [
      'an alias of its own parent',
      'a: &x [*x]',
      'a[0]: is an alias of what it stands in (line 1)',
    ],
    [
      'a directive',
      '%YAML 1.1\n---\na: 1',
      'has a %YAML directive. Leave it out',
    ],
    [
      'a line break of Unicode',
      'a: 1\nb: c\u2028',
      'holds a line break of Unicode (line 2). Take it out: Helm would end the line there',
    ],
    ['a control character', 'a: "x\u0000"', 'holds a control character'],
  ])('refuses %s', (_, text, line) => {
    expect(read(text)).toEqual([line.replace('["__proto__"]', '__proto__')]);
  });

  it.each([
    ['an alias without anchor', 'a: *x'],
    ['a tab as indentation', 'a:\n\tb: 1'],
    ['an open quote', 'a: "b'],
    ['a billion laughs', bomb],
    ['brackets without end', '['.repeat(100_000)],
    ['deep nesting', `${'{a: '.repeat(70)}1${'}'.repeat(70)}`],
    ['too long a file', `a: "${'x'.repeat(1024 * 1024)}"`],
    ['too many values', `a: &a [${'1,'.repeat(60_000)}]\nb: *a`],
    ['a merge of text', 'a: {<<: b}'],
  ])('refuses %s', (_, text) => {
    expect(readYaml(text)).toMatchObject({ ok: false });
  });

  it('reports everything at once, with the file', () => {
    const result = readYaml('a: on\nb: 0123\n', { file: 'values-dev.yaml' });
    expect(result).toMatchObject({
      ok: false,
      issues: [
        {
          path: 'a',
          message: expect.stringContaining('(line 1 of values-dev.yaml)'),
        },
        {
          path: 'b',
          message: expect.stringContaining('(line 2 of values-dev.yaml)'),
        },
      ],
    });
  });

  it('never shows a secret', () => {
    const lines = read(
      'auth:\n  adminPassword: 0123\nconfig: {database: {url: 1_000}}',
    ) as string[];
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/0123|1_000/);
  });
});
