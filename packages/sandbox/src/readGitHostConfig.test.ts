import { ConfigReader } from '@backstage/config';
import { readGitHostConfig } from './readGitHostConfig';

const entry = {
  host: 'localhost:7008',
  baseUrl: 'http://localhost:7008',
  username: 'portal',
  password: 'canary-password',
};

const read = (
  git: object | boolean | null | undefined,
  gitea: object[] = [entry],
) =>
  readGitHostConfig(
    new ConfigReader(
      JSON.parse(JSON.stringify({ sandbox: { git }, integrations: { gitea } })),
    ),
  );

describe('readGitHostConfig', () => {
  it.each([[undefined], [null], [false]])('wants no host for %j', git => {
    expect(read(git)).toBeUndefined();
  });

  it('takes the credentials of the integration', () => {
    expect(read({})).toEqual({
      port: 7008,
      username: 'portal',
      password: 'canary-password',
      directory: undefined,
    });
  });

  it('takes a port written as text and a folder', () => {
    const gitea = [
      { ...entry, host: 'localhost:9', baseUrl: 'http://localhost:9/' },
    ];
    expect(read({ port: '9', directory: '/srv/git' }, gitea)).toMatchObject({
      port: 9,
      directory: '/srv/git',
    });
  });

  it.each([
    ['port 0', { port: 0 }, [entry], 'sandbox.git.port is 0'],
    ['port 65536', { port: 65536 }, [entry], 'ALEXANDRIA_GIT_PORT'],
    ['a fraction', { port: 1.5 }, [entry], 'sandbox.git.port is 1.5'],
    [
      'no integration',
      { port: 7009 },
      [entry],
      "integrations.gitea has no entry with host 'localhost:7009'",
    ],
    [
      'an https baseUrl',
      {},
      [{ ...entry, baseUrl: undefined }],
      "baseUrl is 'https://localhost:7008' and must be 'http://localhost:7008'",
    ],
    [
      'several faults',
      {},
      [{ host: entry.host, baseUrl: 'http://elsewhere' }],
      "baseUrl is 'http://elsewhere' and must be 'http://localhost:7008'; username is missing; password is missing",
    ],
  ])('refuses %s', (_name, git, gitea, message) => {
    expect(() => read(git, gitea)).toThrow(message);
  });

  it('names no password in an error', () => {
    expect(() => read({}, [{ ...entry, username: undefined }])).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('canary-password'),
      }),
    );
  });
});
