import { Tally } from './Tally';

it('says how many were tried, refused and taken', () => {
  const tally = new Tally('the reader');
  tally.count('refused');
  tally.count('refused');
  tally.count('accepted');
  expect(String(tally)).toBe(
    'Hostile input, the reader: 3 tried, 2 refused, 1 taken as text',
  );
});
