import fc from 'fast-check';
import { sameQuantity } from './quantity';

describe('sameQuantity', () => {
  it.each<[unknown, unknown, boolean]>([
    ['0.5', '500m', true],
    ['1024Mi', '1Gi', true],
    ['1e3', '1k', true],
    ['1E', '1000P', true],
    [2, '2', true],
    ['.5', '0.50', true],
    ['1500u', '1.5m', true],
    ['-1', '-1000m', true],
    ['1', '-1', false],
    ['1Gi', '1G', false],
    ['500m', '501m', false],
    ['1e-3', '1m', true],
    ['', '0', false],
    ['1Qi', '1Qi', true],
    ['1Qi', '1Gi', false],
    [undefined, '1', false],
  ])('of %s and %s is %s', (a, b, same) => {
    expect(sameQuantity(a, b)).toBe(same);
    expect(sameQuantity(b, a)).toBe(same);
  });

  it('knows an amount in thousandths again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        expect(sameQuantity(`${a}`, `${a}000m`)).toBe(true);
        expect(sameQuantity(`${a}m`, `${b}m`)).toBe(a === b);
      }),
    );
  });
});
