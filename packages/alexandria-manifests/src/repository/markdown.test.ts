import { capital, code, document, plain, shell, table, word } from './markdown';

describe('plain', () => {
  it.each([
    ['a *b* _c_', 'a \\*b\\* \\_c\\_'],
    ['<script>&', '&lt;script\\>&amp;'],
    ['[a](b)', '\\[a\\]\\(b\\)'],
    ['two\nlines', 'two lines'],
    ['# head', '\\# head'],
  ])('%j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a|b', '`a\\|b`'],
  ])('%j', (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

describe('word', () => {
  it.each([
    ['assistant-dev', 'assistant-dev'],
    ['two words', "'two words'"],
    ["it's; rm -rf /", "'it'\\''s; rm -rf /'"],
    ['$(id)', "'$(id)'"],
  ])('%j', (text, expected) => {
    expect(word(text)).toBe(expected);
  });
});

it('puts blocks apart and leaves out what is false', () => {
  expect(document('# a', false, shell('b'), undefined)).toBe(
    '# a\n\n```sh\nb\n```\n',
  );
  expect(table(['a'], [['b']])).toBe('| a |\n| --- |\n| b |');
  expect(capital('every pod')).toBe('Every pod');
});
