import { RecentFirst } from './RecentFirst';

it('asks first what noticed last, of the same file, and everything once', () => {
  const recent = new RecentFirst<string>();
  recent.noticed('a', 'y');
  recent.noticed('a', 'z');
  recent.noticed('a', 'y');
  recent.noticed('b', 'x');
  const all = ['w', 'x', 'y', 'z'];
  expect(recent.order('a', all)).toEqual(['y', 'z', 'w', 'x']);
  expect(recent.order('a', ['x', 'z'])).toEqual(['z', 'x']);
  expect(recent.order('c', all)).toEqual(all);
});

it('keeps to a dozen', () => {
  const recent = new RecentFirst<number>();
  const all = Array.from({ length: 14 }, (_, index) => index);
  all.forEach(check => recent.noticed('a', check));
  expect(recent.order('a', all)).toEqual([
    ...[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
    ...[0, 1],
  ]);
});
