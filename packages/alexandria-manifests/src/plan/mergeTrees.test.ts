import fc from 'fast-check';
import { mergeTrees, type TreeConflict } from './mergeTrees';
import { ABSENT, type Side, UNKNOWN } from './shown';

function merge(base: Side, theirs: Side, ours: Side) {
  const conflicts: TreeConflict[] = [];
  const merged = mergeTrees(base, theirs, ours, conflict => {
    conflicts.push(conflict);
    return 'theirs';
  });
  return { merged, fields: conflicts.map(({ field }) => field) };
}

const named = (...names: string[]) => names.map(name => ({ name }));

describe('mergeTrees', () => {
  it.each<[string, Side, Side, Side, Side, string[]]>([
    ['takes what we changed', { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }, []],
    ['keeps what they changed', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }, []],
    [
      'takes both',
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 2 },
      [],
    ],
    ['sees the same change once', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }, []],
    ['keeps what they added', {}, { a: 1 }, { b: 2 }, { a: 1, b: 2 }, []],
    [
      'drops what they removed',
      { a: 1, b: 1 },
      { b: 1 },
      { a: 1, b: 2 },
      { b: 2 },
      [],
    ],
    [
      'drops what we removed',
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { b: 1 },
      { b: 2 },
      [],
    ],
    [
      'follows maps',
      { a: { b: 1, c: 1 } },
      { a: { b: 2, c: 1 } },
      { a: { b: 1, c: 2 } },
      { a: { b: 2, c: 2 } },
      [],
    ],
    [
      'stops at two changes of one',
      { a: { b: 1 } },
      { a: { b: 2 } },
      { a: { b: 3 } },
      { a: { b: 2 } },
      ['a.b'],
    ],
    ['stops at removed and changed', { a: 1 }, {}, { a: 2 }, {}, ['a']],
    ['stops at changed and removed', { a: 1 }, { a: 2 }, {}, { a: 2 }, ['a']],
    ['stops at two additions', {}, { a: 1 }, { a: 2 }, { a: 1 }, ['a']],
    [
      'merges two maps that both added',
      {},
      { a: { b: 1 } },
      { a: { c: 2 } },
      { a: { b: 1, c: 2 } },
      [],
    ],
    [
      'takes a list for one value',
      { a: [1] },
      { a: [1, 2] },
      { a: [1, 3] },
      { a: [1, 2] },
      ['a'],
    ],
    [
      'merges lists by name',
      named('a', 'b'),
      named('a', 'x', 'b'),
      named('a', 'b', 'y'),
      named('a', 'x', 'b', 'y'),
      [],
    ],
    [
      'takes our order',
      named('a', 'b'),
      named('a', 'b', 'x'),
      named('b', 'a'),
      named('b', 'x', 'a'),
      [],
    ],
    [
      'stops at two orders',
      named('a', 'b', 'c'),
      named('b', 'a', 'c'),
      named('a', 'c', 'b'),
      named('b', 'a', 'c'),
      [''],
    ],
    [
      'names the item',
      [{ name: 'a', v: 1 }],
      [{ name: 'a', v: 2 }],
      [{ name: 'a', v: 3 }],
      [{ name: 'a', v: 2 }],
      ['[name=a].v'],
    ],
    [
      'takes a list with a name twice for one value',
      named('a', 'a'),
      named('a', 'a', 'b'),
      named('a'),
      named('a', 'a', 'b'),
      [''],
    ],
    [
      'knows nothing without a base',
      UNKNOWN,
      { a: 1, b: 1 },
      { a: 1, b: 2, c: 3 },
      { a: 1, b: 1 },
      ['b', 'c'],
    ],
    [
      'merges maps where there was none',
      ABSENT,
      { a: 1 },
      { b: 1 },
      { a: 1, b: 1 },
      [],
    ],
  ])('%s', (_, base, theirs, ours, expected, conflicts) => {
    const { merged, fields } = merge(base, theirs, ours);
    expect(fields).toEqual(conflicts);
    expect(merged).toEqual(expected);
  });

  it('takes ours where that was decided', () => {
    expect(
      mergeTrees({ a: 1 }, { a: 2, b: 1 }, { a: 3 }, () => 'ours'),
    ).toEqual({ a: 3, b: 1 });
  });

  describe('as an algebra', () => {
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<unknown>(1, 2, 'x', true),
        fc.dictionary(fc.constantFrom('a', 'b', 'name'), tie('tree')),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.uniqueArray(
          fc.record({
            name: fc.constantFrom('p', 'q', 'r'),
            v: fc.nat(2),
          }),
          { selector: ({ name }) => name },
        ),
      ),
    }));

    it.each<[string, (b: unknown, x: unknown) => [Side, Side, Side]]>([
      ['what only we changed', (b, x) => [b, b, x]],
      ['what only they changed', (b, x) => [b, x, b]],
      ['what both changed alike', (b, x) => [b, x, x]],
      ['what both have without a base', (_, x) => [UNKNOWN, x, x]],
    ])('takes %s', (_, sides) => {
      fc.assert(
        fc.property(tree, tree, (b, x) => {
          expect(merge(...sides(b, x))).toEqual({ merged: x, fields: [] });
        }),
      );
    });

    it('gives back what it gave, once ours is the base', () => {
      fc.assert(
        fc.property(tree, tree, tree, (b, theirs, ours) => {
          const { merged } = merge(b, theirs, ours);
          expect(merge(ours, merged, ours)).toEqual({ merged, fields: [] });
        }),
      );
    });

    it('conflicts in the same places from either side', () => {
      fc.assert(
        fc.property(tree, tree, tree, (b, x, y) => {
          expect(merge(b, x, y).fields.sort()).toEqual(
            merge(b, y, x).fields.sort(),
          );
        }),
      );
    });
  });
});
