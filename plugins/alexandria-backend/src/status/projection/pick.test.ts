import fc from 'fast-check';
import { pick, type Shape } from './pick';

describe('pick', () => {
  it.each<{ what: string; value: unknown; shape: Shape; kept: unknown }>([
    { what: 'all', value: { a: [1] }, shape: true, kept: { a: [1] } },
    {
      what: 'a part',
      value: { a: 1, b: 2 },
      shape: { a: true },
      kept: { a: 1 },
    },
    {
      what: 'parts of parts',
      value: { a: { b: 1, c: 2 } },
      shape: { a: { b: true } },
      kept: { a: { b: 1 } },
    },
    {
      what: 'parts of entries',
      value: [{ a: 1, b: 2 }, { a: 3 }],
      shape: { a: true },
      kept: [{ a: 1 }, { a: 3 }],
    },
    {
      what: 'no entry that keeps nothing',
      value: [{ a: 1 }, { b: 2 }],
      shape: { a: true },
      kept: [{ a: 1 }],
    },
    {
      what: 'false and 0',
      value: { a: false, b: 0 },
      shape: { a: true, b: true },
      kept: { a: false, b: 0 },
    },
    {
      what: 'no null',
      value: { a: null },
      shape: { a: true },
      kept: undefined,
    },
    {
      what: 'nothing of what is no map',
      value: 'text',
      shape: { a: true },
      kept: undefined,
    },
    {
      what: 'nothing that is inherited',
      value: {},
      shape: Object.fromEntries([['constructor', true as const]]),
      kept: undefined,
    },
  ])('keeps $what', ({ value, shape, kept }) => {
    expect(pick(value, shape)).toEqual(kept);
  });

  it('keeps nothing that was not there, and the same when it picks again', () => {
    const { shape } = fc.letrec<{ shape: Shape }>(tie => ({
      shape: fc.oneof(
        { depthSize: 'small' },
        fc.constant<Shape>(true),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('shape')),
      ),
    }));
    const value = fc.jsonValue().map(json => ({ a: json, b: [json] }));
    fc.assert(
      fc.property(value, shape, (whole, kept) => {
        const part = pick(whole, kept);
        expect(pick(part, kept)).toEqual(part);
        expect(JSON.stringify(part ?? '').length).toBeLessThanOrEqual(
          JSON.stringify(whole).length,
        );
      }),
    );
  });
});
