import { matchesLabels, matchesSelector } from './selector';

const labels = { app: 'library', tier: 'web' };

describe('matchesLabels', () => {
  it.each([
    [{ app: 'library' }, true],
    [{ app: 'library', tier: 'web' }, true],
    [{ app: 'other' }, false],
    [{ constructor: 'x' }, false],
    [{}, false],
  ])('%j: %s', (wanted, expected) => {
    expect(matchesLabels(wanted, labels)).toBe(expected);
  });
});

describe('matchesSelector', () => {
  const expression = (key: string, operator: string, ...values: string[]) => ({
    matchExpressions: [{ key, operator, values }],
  });

  it.each([
    [{ matchLabels: { app: 'library' } }, true],
    [expression('app', 'In', 'library', 'x'), true],
    [expression('app', 'In', 'x'), false],
    [expression('app', 'NotIn', 'library'), false],
    [expression('none', 'NotIn', 'library'), true],
    [expression('app', 'Exists'), true],
    [expression('none', 'Exists'), false],
    [expression('none', 'DoesNotExist'), true],
    [expression('app', 'Near'), false],
    [
      { matchLabels: { app: 'library' }, ...expression('app', 'In', 'x') },
      false,
    ],
    [{}, false],
    [null, false],
    ['app=library', false],
  ])('%j: %s', (selector, expected) => {
    expect(matchesSelector(selector, labels)).toBe(expected);
  });

  it('takes an empty one for all where that is its meaning', () => {
    expect(matchesSelector({}, labels, 'all')).toBe(true);
  });
});
