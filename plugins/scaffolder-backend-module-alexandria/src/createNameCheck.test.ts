import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createNameCheck } from './createNameCheck';

const taken = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'taken', namespace: 'default' },
};
const repoUrl = 'git.example.com?owner=a&repo=b';
const url = 'https://git.example.com/a/b';

function nameCheck(status: 'free' | 'taken' | 'unknown') {
  return createNameCheck({
    catalog: catalogServiceMock({ entities: [taken] }),
    repositories: {
      check: async () =>
        status === 'unknown'
          ? { repoUrl, url, status, reason: 'the host did not answer' }
          : { repoUrl, url, status },
    },
  });
}

describe('createNameCheck', () => {
  const options = { credentials: mockCredentials.user() };

  it.each([
    ['free', 'free', [], []],
    ['taken', 'free', ['name'], []],
    ['free', 'taken', ['repoUrl'], []],
    ['taken', 'taken', ['name', 'repoUrl'], []],
    ['free', 'unknown', [], ['repoUrl']],
  ] as const)(
    'name %s, repository %s',
    async (name, status, takenPaths, unknownPaths) => {
      const result = await nameCheck(status).check({ name, repoUrl }, options);
      expect(result.taken.map(issue => issue.path)).toEqual(takenPaths);
      expect(result.unknown.map(issue => issue.path)).toEqual(unknownPaths);
    },
  );

  it('asks no host where no repository is asked for', async () => {
    await expect(
      nameCheck('taken').check({ name: 'free' }, options),
    ).resolves.toEqual({ taken: [], unknown: [] });
  });

  it('ends with the signal', async () => {
    await expect(
      nameCheck('free').check(
        { name: 'free' },
        { ...options, signal: AbortSignal.abort(new Error('cancelled')) },
      ),
    ).rejects.toThrow('cancelled');
  });
});
