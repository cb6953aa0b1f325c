import { canonicalQuantity, quantity } from './quantity';

describe('quantity', () => {
  it.each([
    ['250m', 0.25],
    ['2', 2],
    [2, 2],
    ['2Gi', 2 * 2 ** 30],
    ['1k', 1000],
    [undefined, 0],
    ['many', 0],
  ])('%j is %d', (text, number) => {
    expect(quantity(text)).toBeCloseTo(number);
  });
});

describe('canonicalQuantity', () => {
  it.each([
    ['2000m', '2'],
    ['250m', '250m'],
    ['0.5', '500m'],
    ['1.5Gi', '1536Mi'],
    ['1024Mi', '1Gi'],
    ['1000', '1k'],
    ['1500', '1500'],
    ['10Gi', '10Gi'],
    ['0', '0'],
    ['0Gi', '0'],
    [2, '2'],
    ['many', 'many'],
    [undefined, undefined],
  ])('%j is %j', (text, canonical) => {
    expect(canonicalQuantity(text)).toBe(canonical);
  });
});
