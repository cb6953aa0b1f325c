import { problemText } from './problemText';

describe('problemText', () => {
  it('says nothing without problems', () => {
    expect(problemText([])).toBeUndefined();
  });

  it('joins messages and remedies', () => {
    expect(
      problemText([
        { path: 'a', message: 'is required' },
        { path: 'a', message: 'must be text', remedy: 'Put it in quotes.' },
      ]),
    ).toBe('Is required. Must be text. Put it in quotes.');
  });

  it('leaves the path of a value as it is and out what was given', () => {
    expect(
      problemText([
        {
          path: 'exposure.kind',
          message: 'ingress.hosts must not be empty',
          given: '"hunter2"',
        },
      ]),
    ).toBe('ingress.hosts must not be empty.');
  });
});
