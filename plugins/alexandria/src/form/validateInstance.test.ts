import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { apiHolder, hostSays } from './__testUtils__/formApis';
import { least } from './__testUtils__/renderSection';
import { sectionIds, type SectionId } from './sections';
import { problemsUpTo } from './validateInstance';

const dev = least.environments[0];
const repoUrl = 'git.example.com?owner=acme&repo=a';

/** One answer of each page that is not accepted, and the beginning of what is said. */
const wrong: Record<SectionId, [object, string]> = {
  identity: [{ name: 'Not a name' }, 'Name: Must be a DNS label'],
  environments: [
    { environments: [{ ...dev, host: '!' }] },
    'Environment 1 › Host name: Must be a host name',
  ],
  sizing: [
    { environments: [{ ...dev, storage: { size: 'much' } }] },
    'Environment 1 › Storage › Size: Must be a quantity',
  ],
  images: [
    { environments: [{ ...dev, imageTag: 'a b' }] },
    'Environment 1 › Image tag: Must be an image tag',
  ],
  access: [
    { access: { providers: [{ kind: 'oidc', name: 'okta', clientId: 'a' }] } },
    'Access › Provider 1 › Issuer: Is required',
  ],
  llmBackends: [
    { llmBackends: [{ name: 'a', kind: 'a', model: 'a' }] },
    'LLM backend 1 › URL: Is required',
  ],
  secrets: [
    { secrets: { secretName: 'A B' } },
    'Secrets › Secret: Must be the name of a Kubernetes object',
  ],
  exposure: [
    { exposure: { kind: 'httpRoute' } },
    'Exposure › Gateway › Gateway: Is required for an HTTPRoute',
  ],
  delivery: [
    { delivery: { gitops: 'jenkins' } },
    'Delivery › GitOps: Must be none, argocd or flux',
  ],
};

describe('problemsUpTo', () => {
  it.each(sectionIds)('lets %s pass when nothing is wrong', async section => {
    expect(
      await problemsUpTo(section, least, { repoUrl }, apiHolder()),
    ).toEqual([]);
  });

  it.each(sectionIds)('keeps one on %s, and on no page before', async at => {
    const [answers, beginning] = wrong[at];
    const said = await Promise.all(
      sectionIds.map(section =>
        problemsUpTo(section, { ...least, ...answers }, {}, apiHolder()),
      ),
    );
    const first = sectionIds.indexOf(at);
    expect(said.slice(0, first).flat()).toEqual([]);
    expect(said.slice(first)).toEqual(
      sectionIds.slice(first).map(() => [expect.stringContaining(beginning)]),
    );
  });

  it('counts the repository that is chosen beside the answers', async () => {
    const answers = { ...least, delivery: { gitops: 'argocd' } };
    const said = (formData: object) =>
      problemsUpTo('delivery', answers, formData, apiHolder());
    expect(await said({ repoUrl })).toEqual([]);
    expect(await said({})).toEqual([expect.stringContaining('Repository')]);
  });

  it.each([
    ['identity', 'taken', ['The name is taken in the catalog']],
    ['environments', 'taken', []],
    ['delivery', 'taken', ['The name is taken in the catalog']],
    ['identity', 'fresh', []],
  ] as const)('on %s, a name that is %s', async (section, name, expected) => {
    expect(
      await problemsUpTo(section, { ...least, name }, {}, apiHolder()),
    ).toEqual(expected.map(text => expect.stringContaining(text)));
  });

  it('does not keep one because the catalog cannot be asked', async () => {
    const catalog = catalogApiMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('503');
      },
    });
    expect(
      await problemsUpTo('identity', least, {}, apiHolder({ catalog })),
    ).toEqual([]);
  });

  it.each([
    ['delivery', 'taken', ['The repository is taken: https://git.example.com']],
    ['delivery', 'unknown', []],
    ['exposure', 'taken', []],
  ] as const)(
    'on %s, a repository that is %s',
    async (section, status, expected) => {
      const alexandria = hostSays({ status });
      expect(
        await problemsUpTo(
          section,
          least,
          { repoUrl },
          apiHolder({ alexandria }),
        ),
      ).toEqual(expected.map(text => expect.stringContaining(text)));
    },
  );

  it('repeats no credential', async () => {
    const description = 'sk-0123456789abcdefghij';
    const problems = await problemsUpTo(
      'identity',
      { ...least, description },
      {},
      apiHolder(),
    );
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('sk-0123');
  });
});
