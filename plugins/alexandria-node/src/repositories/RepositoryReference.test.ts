import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createRepositoryAvailability } from './createRepositoryAvailability';

const TOKEN = 'canary-token';

describe('a question that makes no sense', () => {
  const { check } = createRepositoryAvailability({
    config: new ConfigReader({
      integrations: {
        gitea: [{ host: 'git.example.com' }],
        bitbucketServer: [{ host: 'bitbucket.example.com' }],
      },
    }),
    logger: mockServices.logger.mock(),
  });

  it.each([
    ['', 'not of the form'],
    ['https://git.example.com?owner=o&repo=r', 'not of the form'],
    ['git.example.com/path?owner=o&repo=r', 'not of the form'],
    ['git.example.com?owner=o&repo=r#x', 'not of the form'],
    [' git.example.com?owner=o&repo=r', 'not of the form'],
    ['git.example.com?owner=o', 'missing repo'],
    ['git.example.com?repo=r', 'owner is missing'],
    ['git.example.com?owner=..&repo=.', "owner '..' is not a name; repo '.'"],
    ['git.example.com?owner=a/../b&repo=r', "owner 'a/../b' is not a name"],
    ['git.example.com?owner=a%00&repo=r', 'is not a name'],
    ['git.example.com?owner=a%5Cb&repo=r', 'is not a name'],
    ['bitbucket.example.com?repo=r', 'missing project'],
    [`git.example.com?owner=o&repo=${'r'.repeat(1100)}`, 'characters long'],
  ])('refuses %j', async (repoUrl, message) => {
    await expect(check(repoUrl)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('lists the configured hosts', async () => {
    await expect(
      check('elsewhere.example.com?owner=o&repo=r'),
    ).rejects.toMatchObject({
      name: 'InputError',
      message:
        "repoUrl names the host 'elsewhere.example.com', which no integration is configured for. " +
        'Configured hosts: bitbucket.example.com, bitbucket.org, dev.azure.com, git.example.com, github.com, gitlab.com',
    });
  });

  it('does not repeat credentials that a repoUrl holds', async () => {
    await expect(
      check(`user:${TOKEN}@git.example.com?owner=o&repo=r`),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.not.stringContaining(TOKEN),
    });
  });
});
