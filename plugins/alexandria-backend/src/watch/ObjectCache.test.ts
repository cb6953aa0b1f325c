import fc from 'fast-check';
import { ObjectCache, type Change } from './ObjectCache';

const kept = (version: number) => ({
  resourceVersion: String(version),
  value: `v${version}`,
});

const filled = () => {
  const cache = new ObjectCache<string>();
  cache.set('a', kept(1));
  cache.set('b', kept(2));
  return cache;
};

describe('ObjectCache', () => {
  it.each<[string, (cache: ObjectCache<string>) => unknown, unknown]>([
    [
      'a new object',
      c => c.set('c', kept(3)),
      { key: 'c', before: undefined, after: 'v3' },
    ],
    [
      'a changed one',
      c => c.set('a', kept(3)),
      { key: 'a', before: 'v1', after: 'v3' },
    ],
    ['the same again', c => c.set('a', kept(1)), undefined],
    ['one that is gone', c => c.delete('a'), { key: 'a', before: 'v1' }],
    ['one that was never there', c => c.delete('x'), undefined],
    [
      'a whole list',
      c =>
        c.replace(
          new Map([
            ['b', kept(4)],
            ['d', kept(5)],
          ]),
        ),
      [
        { key: 'b', before: 'v2', after: 'v4' },
        { key: 'd', before: undefined, after: 'v5' },
        { key: 'a', before: 'v1' },
      ],
    ],
    [
      'the same list',
      c =>
        c.replace(
          new Map([
            ['a', kept(1)],
            ['b', kept(2)],
          ]),
        ),
      [],
    ],
  ])('tells what changes with %s', (_, act, expected) => {
    expect(act(filled())).toEqual(expected);
  });

  it('tells changes that lead from one list to the other', () => {
    const list = fc
      .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 3 }))
      .map(
        versions =>
          new Map(
            Object.entries(versions).map(([key, version]) => [
              key,
              kept(version),
            ]),
          ),
      );
    fc.assert(
      fc.property(list, list, (first, second) => {
        const cache = new ObjectCache<string>();
        cache.replace(new Map(first));
        const copy = new Map(
          [...first].map(([key, { value }]) => [key, value]),
        );
        const apply = ({ key, before, after }: Change<string>) => {
          expect(copy.get(key)).toBe(before);
          if (after === undefined) {
            copy.delete(key);
          } else {
            copy.set(key, after);
          }
        };
        cache.replace(new Map(second)).forEach(apply);
        expect(copy).toEqual(
          new Map([...second].map(([key, { value }]) => [key, value])),
        );
      }),
    );
  });
});
