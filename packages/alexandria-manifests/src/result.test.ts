import { formatIssue, Issue } from './result';

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
