function nested(levels: number, inside: 'map' | 'list'): unknown {
  let tree: unknown = 'x';
  for (let level = 0; level < levels; level++) {
    tree = inside === 'map' ? { a: tree } : [tree];
  }
  return tree;
}

const manyKeys = (count: number, prefix = 'k') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index]),
  );

/** What JSON may bring in place of anything, by what it is. Made anew each time, for what changes its input. */
export const hostileTrees: Record<string, () => unknown> = {
  null: () => null,
  'not a number': () => NaN,
  infinity: () => Infinity,
  'minus zero': () => -0,
  'a number past 2^53': () => 2 ** 63,
  'the largest number': () => Number.MAX_VALUE,
  'a fraction': () => 1.5,
  'a negative number': () => -1,
  true: () => true,
  'an empty list': () => [],
  'an empty map': () => ({}),
  'a list of null': () => [null],
  'the prototype': () => JSON.parse('{"__proto__": {"polluted": true}}'),
  'the prototype of the prototype': () =>
    JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
  'a method of every object': () =>
    JSON.parse('{"toString": "x", "hasOwnProperty": 1, "valueOf": null}'),
  'a thenable': () => ({ then: 'x', toJSON: 'y' }),
  'a map 100,000 levels deep': () => nested(100_000, 'map'),
  'a list 100,000 levels deep': () => nested(100_000, 'list'),
  'a map 61 levels deep': () => nested(61, 'map'),
  'a hundred thousand keys': () => manyKeys(100_000),
  'ten thousand keys': () => manyKeys(10_000),
  'a hundred thousand nulls': () => Array(100_000).fill(null),
  'ten thousand empty maps': () => Array.from({ length: 10_000 }, () => ({})),
  'a key of a million characters': () => ({ ['k'.repeat(1_000_000)]: 1 }),
  'a text of ten million characters': () => 'x'.repeat(10_000_000),
  'a list of long texts': () => Array(100).fill('x'.repeat(100_000)),
};
