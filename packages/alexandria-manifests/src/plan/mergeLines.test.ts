import fc from 'fast-check';
import { type LineConflict, mergeLines } from './mergeLines';

function merge(base: string, theirs: string, ours: string) {
  const conflicts: LineConflict[] = [];
  const merged = mergeLines(base, theirs, ours, conflict => {
    conflicts.push(conflict);
    return 'theirs';
  });
  return { merged, conflicts };
}

const text = (letters: string) =>
  letters === '' ? '' : `${letters.split('').join('\n')}\n`;

describe('mergeLines', () => {
  it.each([
    ['both ends', 'abcde', 'Xbcde', 'abcdY', 'XbcdY', 0],
    ['an insertion of each', 'abcd', 'aXbcd', 'abcdY', 'aXbcdY', 0],
    ['a removal and a change', 'abcd', 'bcd', 'abcY', 'bcY', 0],
    ['the same change', 'abc', 'aXc', 'aXc', 'aXc', 0],
    ['two changes of one line', 'abc', 'aXc', 'aYc', 'aXc', 1],
    ['neighbours', 'abcd', 'aXcd', 'abYd', 'aXcd', 1],
    ['two insertions in one place', 'ab', 'aXb', 'aYb', 'aXb', 1],
    ['removed and changed', 'abc', 'ac', 'aYc', 'ac', 1],
    ['several regions', 'abcdefg', 'Xbcdefg', 'abcYefZ', 'XbcYefZ', 0],
  ])('merges %s', (_, base, theirs, ours, expected, count) => {
    const { merged, conflicts } = merge(text(base), text(theirs), text(ours));
    expect(merged).toBe(text(expected));
    expect(conflicts).toHaveLength(count);
  });

  it('says where, and what each has there', () => {
    expect(merge('a\nb\nc\n', 'n\na\nX\nc\n', 'a\nY\nc\n').conflicts).toEqual([
      { line: 3, base: 'b\n', theirs: 'X\n', ours: 'Y\n' },
    ]);
  });

  it('keeps a missing line break at the end', () => {
    expect(merge('a\nb', 'X\nb', 'a\nb').merged).toBe('X\nb');
  });

  it.each([
    ['very long', 'a\n'.repeat(600_000)],
    [
      'quite another',
      Array.from({ length: 2500 }, (_, i) => `${i}\n`).join(''),
    ],
  ])('leaves alone what is %s', (_, theirs) => {
    expect(merge('b\n'.repeat(10), theirs, 'c\n').merged).toBeUndefined();
  });

  const letters = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 12 });

  it.each<[string, (b: string, x: string) => [string, string, string]]>([
    ['what only we changed', (b, x) => [b, b, x]],
    ['what only they changed', (b, x) => [b, x, b]],
    ['what both changed alike', (b, x) => [b, x, x]],
  ])('takes %s', (_, sides) => {
    fc.assert(
      fc.property(letters, letters, (b, x) => {
        expect(merge(...sides(text(b), text(x)))).toEqual({
          merged: text(x),
          conflicts: [],
        });
      }),
    );
  });

  it('conflicts in the same places from either side', () => {
    fc.assert(
      fc.property(letters, letters, letters, (b, x, y) => {
        const one = merge(text(b), text(x), text(y));
        const other = merge(text(b), text(y), text(x));
        expect(one.conflicts.map(({ theirs, ours }) => [theirs, ours])).toEqual(
          other.conflicts.map(({ theirs, ours }) => [ours, theirs]),
        );
      }),
    );
  });
});
