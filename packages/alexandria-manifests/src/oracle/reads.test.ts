import { guards } from '../values/guards';
import { misdeclaredReads } from '../values/guards/__testUtils__/misdeclaredReads';
import { completeCases } from './__testUtils__/completeCases';

it('declares for every guard what it looks at, and no more', () => {
  expect(misdeclaredReads(guards, completeCases)).toEqual([]);
});
