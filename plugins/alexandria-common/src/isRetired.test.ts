import { isRetired } from './isRetired';

describe('isRetired', () => {
  it.each([
    ['deprecated', true],
    ['retired', true],
    ['production', false],
    ['experimental', false],
    [undefined, false],
  ])('of the lifecycle %p: %p', (lifecycle, expected) => {
    expect(
      isRetired(lifecycle === undefined ? {} : { spec: { lifecycle } }),
    ).toBe(expected);
  });
});
