import fc from 'fast-check';
import { tomlLine, tomlValue, TomlValue } from './toml';

const cases: [TomlValue, string][] = [
  ['', '""'],
  ['a b', '"a b"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['a\nb\tc', '"a\\nb\\tc"'],
  ['ü', '"\\u00fc"'],
  ['🏛', '"\\U0001f3db"'],
  ['\uffff', '"\\uffff"'],
  ['#{$x}', '"#{$x}"'],
  [true, 'true'],
  [false, 'false'],
  [0, '0'],
  [-1, '-1'],
  [31536000, '31536000'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [Number.MIN_SAFE_INTEGER, '-9007199254740991'],
  [[], '[]'],
  [[1, 'a', true], '[1, "a", true]'],
];

describe('tomlValue', () => {
  it.each(cases)('writes %j as %s', (value, text) => {
    expect(tomlValue(value)).toBe(text);
  });

  it('writes any text in one line of plain ASCII, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const written = tomlValue(text);
        expect(written).toMatch(/^"[ -~]*"$/);
        const read = written.replace(/\\U([0-9a-f]{8})/g, (_, hex) =>
          JSON.stringify(String.fromCodePoint(parseInt(hex, 16))).slice(1, -1),
        );
        expect(JSON.parse(read)).toBe(text);
      }),
    );
  });
});

describe('tomlLine', () => {
  it('joins key and value', () => {
    expect(tomlLine('log_level', 'info')).toBe('log_level = "info"');
  });
});
