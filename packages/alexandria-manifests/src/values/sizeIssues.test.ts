import { sizeIssues } from './sizeIssues';

function nested(levels: number): unknown {
  let tree: unknown = 'x';
  for (let level = 0; level < levels; level++) {
    tree = level % 2 === 0 ? { a: tree } : [tree];
  }
  return tree;
}

describe('sizeIssues', () => {
  it.each([
    ['nothing', undefined],
    ['a tree of 60 levels', nested(60)],
    ['a text of a mebibyte', { a: 'x'.repeat(1024 * 1024 - 1) }],
    ['a key of 1024 characters', { ['k'.repeat(1024)]: 1 }],
    ['many values', Array.from({ length: 99_000 }, () => 1)],
  ])('takes %s', (_, tree) => {
    expect(sizeIssues(tree)).toEqual([]);
  });

  it.each([
    ['61 levels', nested(61), 'is nested more than 60 levels deep'],
    ['100,000 levels', nested(100_000), 'is nested more than 60 levels deep'],
    [
      'a long text',
      { a: { b: 'x'.repeat(1024 * 1024) } },
      'makes the text longer than 1048576 characters in all',
    ],
    [
      'a long key',
      { a: { ['k'.repeat(1025)]: 1 } },
      'has a key of more than 1024 characters',
    ],
    [
      'a long list',
      { a: Array.from({ length: 100_001 }, () => 1) },
      'holds more than 100000 values',
    ],
    [
      'one list many times',
      Array(1000).fill(Array(1000).fill(1)),
      'holds more than 100000 values',
    ],
  ])('refuses %s in one issue', (_, tree, message) => {
    expect(sizeIssues(tree)).toEqual([{ path: expect.any(String), message }]);
  });

  it('says where', () => {
    expect(sizeIssues({ a: [{ 'b.c': { ['k'.repeat(2000)]: 1 } }] })).toEqual([
      { path: 'a[0]["b.c"]', message: expect.any(String) },
    ]);
  });
});
