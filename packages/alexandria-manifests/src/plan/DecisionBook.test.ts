import { DecisionBook } from './DecisionBook';

describe('DecisionBook', () => {
  it.each([
    ['a.yaml', 'x', 'theirs'],
    ['a.yaml', 'y', 'ours'],
    ['b.yaml', 'x', undefined],
  ])('decides %s: %s by the place, else by the file', (path, field, take) => {
    const book = new DecisionBook([
      { path: 'a.yaml', field: 'x', take: 'theirs' },
      { path: 'a.yaml', take: 'ours' },
    ]);
    expect(book.decided(path, field)).toBe(take);
  });

  it('lets the later of two win', () => {
    const book = new DecisionBook([
      { path: 'a', take: 'theirs' },
      { path: 'a', take: 'ours' },
    ]);
    expect(book.decided('a', '')).toBe('ours');
  });

  it('knows what nothing asked for', () => {
    const book = new DecisionBook([
      { path: 'a', field: 'x', take: 'theirs' },
      { path: 'b', take: 'ours' },
    ]);
    book.decided('b', 'y');
    expect(book.unused().map(({ path }) => path)).toEqual(['a: x']);
  });
});
