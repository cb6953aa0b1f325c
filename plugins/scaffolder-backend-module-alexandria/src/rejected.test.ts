import { rejected } from './rejected';

describe('rejected', () => {
  it('names every problem on a line of its own', () => {
    const error = rejected('The answers', [
      { path: 'name', message: 'is required' },
      {
        path: 'environments[0].stage',
        message: 'must be one of development, staging, production',
        given: '"prod"',
        remedy: 'Use production',
      },
    ]);
    expect(error.name).toBe('InputError');
    expect(error.message.split('\n')).toEqual([
      'The answers cannot be used, nothing was written. 2 problems:',
      '- name: is required',
      '- environments[0].stage: must be one of development, staging, production (given "prod"). Use production',
    ]);
  });
});
