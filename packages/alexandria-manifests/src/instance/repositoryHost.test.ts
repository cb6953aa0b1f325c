import { ciKindOf, repositoryHost } from './repositoryHost';

describe('repositoryHost', () => {
  it.each([
    [
      'github.com?owner=acme&repo=a',
      'https://github.com/acme/a',
      'https://github.com/acme/a.git',
    ],
    [
      'gitlab.com?owner=acme%2Fteams&repo=a',
      'https://gitlab.com/acme/teams/a',
      'https://gitlab.com/acme/teams/a.git',
    ],
    [
      'dev.azure.com?organization=acme&project=tools&repo=a',
      'https://dev.azure.com/acme/tools/_git/a',
      'https://dev.azure.com/acme/tools/_git/a',
    ],
    [
      'bitbucket.org?workspace=acme&project=TOOLS&repo=a',
      'https://bitbucket.org/acme/a',
      'https://bitbucket.org/acme/a.git',
    ],
    [
      'bitbucket.acme.io?project=TOOLS&repo=a',
      'https://bitbucket.acme.io/projects/TOOLS/repos/a',
      'https://bitbucket.acme.io/scm/tools/a.git',
    ],
    [
      '127.0.0.1:3080?owner=acme&repo=a',
      'http://127.0.0.1:3080/acme/a',
      'http://127.0.0.1:3080/acme/a.git',
    ],
  ])('%s', (repoUrl, url, cloneUrl) => {
    expect(repositoryHost(repoUrl)).toMatchObject({ url, cloneUrl });
  });

  it.each([
    undefined,
    '',
    'github.com',
    'github.com?owner=a',
    '?owner=a&repo=b',
  ])('is nothing for %s', repoUrl => {
    expect(repositoryHost(repoUrl)).toBeUndefined();
  });
});

describe('ciKindOf', () => {
  it.each([
    ['github.com', 'github'],
    ['github.acme.io', 'github'],
    ['gitlab.com', 'gitlab'],
    ['localhost:3080', 'gitea'],
    ['code.acme.io', 'none'],
    [undefined, 'none'],
  ])('%s is %s', (host, kind) => {
    expect(ciKindOf(host)).toBe(kind);
  });
});
