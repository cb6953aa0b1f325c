import { chosenRepository, hostOf } from './repository';

describe('chosenRepository', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['another page', { answers: {} }, undefined],
    ['a host only', { repoUrl: 'github.com' }, undefined],
    ['no name yet', { repoUrl: 'github.com?owner=acme&repo=' }, undefined],
    [
      'a repository',
      { repoUrl: 'github.com?owner=acme&repo=a' },
      'github.com?owner=acme&repo=a',
    ],
  ])('%s', (_name, formData, expected) => {
    expect(chosenRepository(formData)).toBe(expected);
  });
});

it('names the host', () => {
  expect(hostOf('localhost:7008?owner=a&repo=b')).toBe('localhost:7008');
});
