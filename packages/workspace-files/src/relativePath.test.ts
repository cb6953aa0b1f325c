import { relativePathSegments } from './relativePath';

describe('relativePathSegments', () => {
  it.each([
    ['a/b', ['a', 'b']],
    ['./a//b/', ['a', 'b']],
    ['.', []],
    ['..a/b..', ['..a', 'b..']],
  ])('reads %s', (given, segments) => {
    expect(relativePathSegments(given)).toEqual({ segments });
  });
});
