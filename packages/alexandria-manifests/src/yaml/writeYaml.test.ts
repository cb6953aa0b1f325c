import fc from 'fast-check';
import { parse } from 'yaml';
import { readYaml } from './readYaml';
import { writeYaml, writeYamlDocuments } from './writeYaml';

const trap = fc.constantFrom(
  'on',
  'off',
  'y',
  'N',
  'yes',
  'No',
  'true',
  'null',
  '~',
  '',
  '0123',
  '0o17',
  '1_000',
  '-_0',
  '._5',
  '12:30:45',
  '1e3',
  '.5',
  '.inf',
  '.NaN',
  '0x1F',
  '0X1F',
  '0b11',
  '0b-0',
  '2001-01-01',
  '<<',
  '=',
  '-',
  '?',
  ':',
  '- a',
  'a: b',
  'a #b',
  '#',
  '*a',
  '&a',
  '!t',
  '|',
  '>',
  '%',
  '@',
  '`',
  '{',
  '[',
  '"',
  "'",
  ' ',
  'a ',
  ' a',
  '\n',
  'a\n',
  'a\nb\n',
  'a\n\n',
  '\ta',
  'a\tb\nc',
  '---',
  '...',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u007f',
  '\u0000',
  '😀',
  '\ud800',
  'a\r\nb',
  ' a\nb',
  'a\n b',
);
const text = fc.oneof(
  trap,
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.stringMatching(/^[0-9_.:eExXob+-]{1,8}$/),
);
const key = text.filter(name => name !== '__proto__');
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map(number => number + 0)
    .filter(
      number =>
        Number.isSafeInteger(number) ||
        !Number.isInteger(number) ||
        Math.abs(number) >= 1e21,
    ),
);
const { tree } = fc.letrec<{ tree: unknown; node: unknown }>(tie => ({
  tree: fc.dictionary(key, tie('node'), { maxKeys: 6, noNullPrototype: true }),
  node: fc.oneof(
    { depthSize: 'small' },
    scalar,
    tie('tree'),
    fc.array(tie('node'), { maxLength: 4 }),
  ),
}));
const settings = { numRuns: 1000 };

describe('writeYaml', () => {
  it('writes what readYaml reads back', () => {
    fc.assert(
      fc.property(tree, value => {
        expect(readYaml(writeYaml(value))).toEqual({
          ok: true,
          value,
          warnings: [],
        });
      }),
      settings,
    );
  });

  it('writes what a YAML 1.1 reader reads back', () => {
    fc.assert(
      fc.property(tree, value => {
        expect(parse(writeYaml(value), { version: '1.1' })).toEqual(value);
      }),
      settings,
    );
  });

  it.each([
    ['on', '"on"'],
    ['y', '"y"'],
    ['1_000', '"1_000"'],
    ['12:30:45', '"12:30:45"'],
    ['0X1F', '"0X1F"'],
    ['1e3', '"1e3"'],
    ['', '""'],
    ['2001-01-01', '"2001-01-01"'],
    ['a\u2028b', '"a\\u2028b"'],
    ['https://example.com', 'https://example.com'],
    ['10Gi', '"10Gi"'],
    ['ghcr.io/a/b', 'ghcr.io/a/b'],
  ])('writes the text %j as %s', (value, written) => {
    expect(writeYaml({ key: value })).toBe(`key: ${written}\n`);
  });

  it('keeps text of several lines readable', () => {
    expect(writeYaml({ conf: 'a = 1\n\nb = 2\n' })).toBe(
      'conf: |\n  a = 1\n\n  b = 2\n',
    );
  });

  it('writes shared objects in full and leaves undefined out', () => {
    const shared = { a: 1 };
    expect(writeYaml({ x: shared, y1: [shared], z: undefined })).toBe(
      'x:\n  a: 1\ny1:\n  - a: 1\n',
    );
  });

  it('puts comments above their keys and the header on top', () => {
    expect(
      writeYaml(
        { a: { b: 1 }, list: [{ c: 2 }] },
        {
          header: 'Top\n\nmore',
          comments: { 'a.b': 'first\nsecond', 'list[0]': 'item', list: 'all' },
        },
      ),
    ).toBe(
      '# Top\n#\n# more\na:\n  # first\n  # second\n  b: 1\n# all\nlist:\n  # item\n  - c: 2\n',
    );
  });

  it('cannot be made to write anything but a comment by a comment', () => {
    const written = writeYaml(
      { a: 1 },
      { comments: { a: 'x\nb: 2\r\nc: 3\rd: 4' }, header: 'y\re: 5' },
    );
    expect(readYaml(written)).toEqual({
      ok: true,
      value: { a: 1 },
      warnings: [],
    });
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(tree, value => {
        expect(writeYaml(structuredClone(value))).toBe(writeYaml(value));
      }),
    );
  });

  it.each([
    [1e21, '1.0e+21'],
    [6e-323, '6.0e-323'],
    [1.5e-7, '1.5e-7'],
    [31536000, '31536000'],
    [0.5, '0.5'],
  ])('writes the number %d as %s', (value, written) => {
    expect(writeYaml({ key: value })).toBe(`key: ${written}\n`);
  });
});

describe('writeYamlDocuments', () => {
  it('introduces each document', () => {
    expect(writeYamlDocuments([{ a: 1 }, { b: 2 }])).toBe(
      '---\na: 1\n---\nb: 2\n',
    );
  });
});
