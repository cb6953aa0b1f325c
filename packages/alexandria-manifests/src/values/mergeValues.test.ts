import fc from 'fast-check';
import { mergeLayers, mergeValues } from './mergeValues';

describe('mergeValues', () => {
  it.each<[string, unknown, unknown, unknown]>([
    [
      'merges maps',
      { a: { b: 1, c: 2 } },
      { a: { b: 3 } },
      { a: { b: 3, c: 2 } },
    ],
    ['replaces lists', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['deletes a default that is null', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['deletes a section that is null', { a: { b: 1 } }, { a: null }, {}],
    [
      'keeps a null without a default',
      { a: 1 },
      { b: null },
      { a: 1, b: null },
    ],
    [
      'keeps a null inside a new map',
      { a: {} },
      { a: { b: { c: null } } },
      { a: { b: { c: null } } },
    ],
    ['lets a scalar win over a map', { a: { b: 1 } }, { a: 5 }, { a: 5 }],
    [
      'lets a map win over a scalar',
      { a: 5 },
      { a: { b: 1 } },
      { a: { b: 1 } },
    ],
    ['takes the defaults when nothing is given', { a: 1 }, undefined, { a: 1 }],
  ])('%s', (_, base, over, merged) => {
    expect(mergeValues(base, over)).toEqual(merged);
  });

  it('gives __proto__ no special meaning', () => {
    const merged = mergeValues(
      {},
      JSON.parse('{"__proto__": {"polluted": true}}'),
    );
    expect(Object.keys(merged as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const tree = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.letrec<{ node: unknown }>(tie => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.array(fc.integer(), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('node')),
      ),
    })).node,
    { noNullPrototype: true },
  );

  it('has the empty map as its neutral element', () => {
    fc.assert(
      fc.property(tree, value => {
        expect(mergeValues(value, {})).toEqual(value);
        expect(mergeValues({}, value)).toEqual(value);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(tree, tree, (base, over) => {
        const once = mergeValues(base, over);
        expect(mergeValues(once, over)).toEqual(once);
      }),
    );
  });

  it('lets the last layer win', () => {
    fc.assert(
      fc.property(tree, tree, tree, (base, one, two) => {
        const merged = mergeValues(base, mergeLayers([one, two]));
        expect(mergeValues(merged, two)).toEqual(merged);
      }),
    );
  });
});

describe('mergeLayers', () => {
  it.each<[string, unknown[], unknown]>([
    ['is empty without layers', [], {}],
    ['takes empty files for empty maps', [null, { a: 1 }, undefined], { a: 1 }],
    [
      'keeps nulls, which delete a default later',
      [{ a: { b: 1 } }, { a: null }],
      { a: null },
    ],
    ['lets a later value take a null back', [{ a: null }, { a: 2 }], { a: 2 }],
  ])('%s', (_, layers, joined) => {
    expect(mergeLayers(layers)).toEqual(joined);
  });
});
