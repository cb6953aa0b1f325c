import { sortedEntries } from './sortedEntries';

it.each([
  [{}, []],
  [
    { b: 1, a: 2, B: 3 },
    [
      ['B', 3],
      ['a', 2],
      ['b', 1],
    ],
  ],
])('the entries of %j are %j', (map, entries) => {
  expect(sortedEntries<number>(map)).toEqual(entries);
});
