import fc from 'fast-check';
import { formatPath, overlaps, parsePath, Segment, valueAt } from './path';

describe('formatPath and parsePath', () => {
  it.each<[Segment[], string]>([
    [[], ''],
    [['a', 'b-c'], 'a.b-c'],
    [['a', 0, 'b'], 'a[0].b'],
    [['labels', 'app.kubernetes.io/name'], 'labels["app.kubernetes.io/name"]'],
  ])('writes %j as %s', (segments, path) => {
    expect(formatPath(segments)).toBe(path);
  });

  it("are each other's inverse", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat())), segments => {
        expect(parsePath(formatPath(segments))).toEqual(segments);
      }),
    );
  });
});

describe('valueAt', () => {
  it.each<[Segment[], unknown]>([
    [[], { a: [{ b: 1 }] }],
    [['a', 0, 'b'], 1],
    [['a', 1], undefined],
    [['constructor'], undefined],
  ])('finds %j', (segments, value) => {
    expect(valueAt({ a: [{ b: 1 }] }, segments)).toEqual(value);
  });
});

describe('overlaps', () => {
  it.each([
    ['a', 'a.b', true],
    ['a.b[0].c', 'a.b', true],
    ['a.b', 'a.bc', false],
    ['', 'a', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
  });
});
