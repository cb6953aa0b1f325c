import { metricShare } from './metricShare';

describe('metricShare', () => {
  it.each([
    ['35%', '70%', 0.5],
    ['500m', '1', 0.5],
    ['1500m', '1', 1.5],
    ['1Gi', '512Mi', 2],
    ['0', '1k', 0],
    [undefined, '70%', undefined],
    ['500m', '70%', undefined],
    ['70%', '500m', undefined],
    ['1', '0', undefined],
    ['much', '1', undefined],
    ['1X', '1', undefined],
  ])('of %s against %s is %s', (current, target, share) => {
    expect(
      metricShare({ type: 'Resource', name: 'cpu', current, target }),
    ).toBe(share);
  });
});
