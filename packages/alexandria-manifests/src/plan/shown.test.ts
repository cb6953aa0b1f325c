import { ABSENT, shownText, shownValue, UNKNOWN } from './shown';

const text = (value: string) => ({ is: 'text', text: value });
const withheld = { is: 'withheld' };
const sha = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('shownValue', () => {
  it.each<[string, unknown, (string | number)[], object]>([
    ['text', 'v1.0.0', ['image', 'api', 'tag'], text('v1.0.0')],
    ['text that looks like a number', '1', ['a'], text('"1"')],
    ['text that looks like a boolean', 'true', ['a'], text('"true"')],
    ['no text', '', ['a'], text('""')],
    ['a number', 3, ['replicaCount'], text('3')],
    ['a map', { a: 1 }, ['b'], text('a: 1')],
    ['a digest', sha, ['image', 'api', 'digest'], text(sha)],
    ['nothing', ABSENT, ['a'], { is: 'absent' }],
    ['what nobody knows', UNKNOWN, ['a'], { is: 'unknown' }],
    ['a password by its key', 'x', ['db', 'password'], withheld],
    ['no password', '', ['db', 'password'], text('""')],
    ['a URL with a user', 'postgres://a:b@c/d', ['url'], withheld],
    ['a secret inside', { auth: [{ token: 'x' }] }, ['a'], withheld],
    ['the name of a Secret', 'x', ['auth', 'existingSecret'], text('x')],
  ])('of %s', (_, value, segments, expected) => {
    expect(shownValue(value, segments)).toEqual(expected);
  });

  it('is cut where nobody reads on', () => {
    const shown = shownValue('a '.repeat(5000), ['a']);
    expect(shown.is === 'text' && shown.text.length).toBe(2001);
  });
});

describe('shownText', () => {
  it.each<[string, string | typeof ABSENT, object]>([
    ['lines', 'a\nb\n', text('a\nb\n')],
    ['nothing', ABSENT, { is: 'absent' }],
    ['a line with a password', 'a\npassword: x\n', withheld],
    ['a line with a key', 'api_key = "x"', withheld],
    ['a hash', `a: ${sha}`, text(`a: ${sha}`)],
  ])('of %s', (_, value, expected) => {
    expect(shownText(value)).toEqual(expected);
  });
});
