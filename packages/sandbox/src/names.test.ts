import {
  isOwnerName,
  isRefName,
  isRepositoryName,
  splitTreePath,
} from './names';

describe('isOwnerName', () => {
  it.each(['platform', 'a', 'Team-1', 'a.b_c', 'x'.repeat(40)])(
    'takes %s',
    name => expect(isOwnerName(name)).toBe(true),
  );
  it.each([
    '',
    '.',
    '..',
    '.staging',
    '-a',
    'a-',
    'a--b',
    'a/b',
    'a\\b',
    'a b',
    'ü',
    'api',
    'API',
    'undefined',
    'x'.repeat(41),
    'a\n',
  ])('refuses %j', name => expect(isOwnerName(name)).toBe(false));
});

describe('isRepositoryName', () => {
  it.each(['alexandria', 'a', '_x', 'a.b', 'x'.repeat(100)])('takes %s', name =>
    expect(isRepositoryName(name)).toBe(true),
  );
  it.each([
    '',
    '.',
    '..',
    '-',
    'a.git',
    'a.GIT',
    'a.wiki',
    'a/b',
    '../a',
    'a\0',
    'a b',
    'x'.repeat(101),
    'a\n',
  ])('refuses %j', name => expect(isRepositoryName(name)).toBe(false));
});

describe('isRefName', () => {
  it.each(['main', 'feature/x', 'v1.0', 'a@b'])('takes %s', ref =>
    expect(isRefName(ref)).toBe(true),
  );
  it.each([
    '',
    '-main',
    '--output=x',
    'a..b',
    'a@{0}',
    'a^',
    'a~1',
    'a:b',
    'a b',
    'a*',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a.',
    'a\0b',
    'a\\b',
    'x'.repeat(201),
  ])('refuses %j', ref => expect(isRefName(ref)).toBe(false));
});

describe('splitTreePath', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a/b/', ['a', 'b']],
    ['ü é/..a', ['ü é', '..a']],
  ])('splits %j', (path, segments) =>
    expect(splitTreePath(path)).toEqual(segments),
  );
  it.each(['..', '../a', 'a/../b', 'a//b', '/a', './a', 'a\0', 'a/..'])(
    'refuses %j',
    path => expect(() => splitTreePath(path)).toThrow('is not a path inside'),
  );
});
