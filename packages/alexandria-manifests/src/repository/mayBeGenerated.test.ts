import { generateRepository } from './generateRepository';
import { mayBeGenerated } from './mayBeGenerated';
import { complete, instanceOf, minimal } from './__testUtils__/instances';

describe('mayBeGenerated', () => {
  it.each([
    ['the least', minimal],
    [
      'everything, with Argo CD',
      {
        ...complete,
        delivery: { manifests: 'both', gitops: 'argocd', ci: 'github' },
      },
    ],
    [
      'Flux on GitLab',
      {
        ...complete,
        delivery: { manifests: 'both', gitops: 'flux', ci: 'gitlab' },
      },
    ],
    [
      'Gitea',
      {
        ...complete,
        delivery: { manifests: 'both', gitops: 'none', ci: 'gitea' },
      },
    ],
  ] as const)('knows every file of %s', (_, answers) => {
    const files = generateRepository(instanceOf(answers));
    expect(
      files.map(({ path }) => path).filter(path => !mayBeGenerated(path)),
    ).toEqual([]);
  });

  it.each([
    'k8s/overlays/dev/patches/kustomization.yaml',
    'k8s/overlays/dev/ours.yaml',
  ])('knows what a team has beside them: %s', path => {
    expect(mayBeGenerated(path)).toBe(true);
  });

  it.each([
    'src/index.ts',
    'docs/images/logo.png',
    '.git/config',
    '.env',
    '.github/dependabot.yml',
    'notes/README.md',
    'values.yaml.bak',
  ])('leaves %s alone', path => {
    expect(mayBeGenerated(path)).toBe(false);
  });
});
