import { escapingPaths, plainPaths } from '@alexandriaproject/test-rig';
import { relativePathSegments } from './relativePath';

describe('relativePathSegments', () => {
  it.each([
    ['a/b', ['a', 'b']],
    ['./a//b/', ['a', 'b']],
    ['.', []],
    ['..a/b..', ['..a', 'b..']],
    ['dir/a:b', ['dir', 'a:b']],
  ])('reads %s', (given, segments) => {
    expect(relativePathSegments(given)).toEqual({ segments });
  });

  it.each(Object.entries(escapingPaths))('refuses %s', (_, given) => {
    expect(relativePathSegments(given)).toEqual({
      problem: expect.stringMatching(/^.{1,400}$/),
    });
  });

  it.each(Object.entries(plainPaths))('takes %s as names', (_, given) => {
    expect(relativePathSegments(given)).toEqual({
      segments: given.split('/').filter(part => part !== '.'),
    });
  });
});
