import { firstIssues, formatIssue, Issue } from './result';

describe('formatIssue', () => {
  it.each<[string, Issue, string]>([
    ['the message alone', { path: '', message: 'is empty' }, 'is empty'],
    ['a path', { path: 'a.b', message: 'is empty' }, 'a.b: is empty'],
    [
      'what was given and what would do',
      {
        path: 'service.port',
        message: 'must be an integer',
        given: '"http"',
        remedy: 'Write 80',
      },
      'service.port: must be an integer (given "http"). Write 80',
    ],
  ])('writes %s', (_, issue, line) => {
    expect(formatIssue(issue)).toBe(line);
  });
});

describe('firstIssues', () => {
  const issues = (count: number): Issue[] =>
    Array.from({ length: count }, (_, index) => ({
      path: `a[${index}]`,
      message: 'is wrong',
    }));

  it('leaves a hundred as they are', () => {
    expect(firstIssues(issues(100))).toEqual(issues(100));
  });

  it.each([
    ['in the list', firstIssues(issues(250))],
    ['in all', firstIssues(issues(100), 250)],
  ])('says how many more there are %s', (_, shown) => {
    expect(shown).toEqual([
      ...issues(100),
      { path: '', message: 'has 150 more problems, not shown' },
    ]);
  });
});
