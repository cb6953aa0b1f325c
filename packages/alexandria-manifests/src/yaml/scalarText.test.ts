import { inlineText, isBlockText, numberText } from './scalarText';

describe('inlineText', () => {
  it.each([
    ['alexandria', 'alexandria'],
    ['app.kubernetes.io/name', 'app.kubernetes.io/name'],
    ['on', '"on"'],
    ['a: b', '"a: b"'],
    ['two\nlines', '"two\\nlines"'],
    ['a\u0085b', '"a\\u0085b"'],
    ['\ud800', '"\\ud800"'],
    ['😀', '"😀"'],
  ])('%j is %s, and is so again', (text, expected) => {
    expect(inlineText(text)).toBe(expected);
    expect(inlineText(text)).toBe(expected);
  });
});

describe('isBlockText', () => {
  it.each([
    ['one line', false],
    ['one line\n', false],
    ['two\nlines', true],
    ['two\nlines\n', true],
    ['an end of its own\nlines\n\n', false],
    [' indented\nlines', false],
    ['trailing \nspace', false],
    ['a\r\nb', false],
  ])('%j: %s', (text, expected) => {
    expect(isBlockText(text)).toBe(expected);
  });
});

describe('numberText', () => {
  it.each([
    [31536000, '31536000'],
    [-0, '-0'],
    [1e21, '1.0e+21'],
    [1.5e-7, '1.5e-7'],
  ])('%d is %s', (value, expected) => {
    expect(numberText(value)).toBe(expected);
  });

  it('refuses what no manifest can hold', () => {
    expect(() => numberText(Infinity)).toThrow(RangeError);
  });
});
