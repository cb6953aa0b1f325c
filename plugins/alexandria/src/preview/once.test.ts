import { once } from './once';

describe('once', () => {
  it.each([['text'], [undefined], [0]])(
    'computes %p when first asked, and not again',
    value => {
      const compute = jest.fn(() => value);
      const get = once(compute);
      expect(compute).not.toHaveBeenCalled();
      expect([get(), get()]).toEqual([value, value]);
      expect(compute).toHaveBeenCalledTimes(1);
    },
  );
});
