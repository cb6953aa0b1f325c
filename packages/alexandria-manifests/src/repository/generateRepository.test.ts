import { valuesForEnvironment } from '../instance';
import { readYaml } from '../yaml';
import {
  complete,
  instanceOf,
  instances,
  minimal,
} from './__testUtils__/instances';
import { generateRepository } from './generateRepository';

const paths = (input: typeof minimal) =>
  generateRepository(instanceOf(input)).map(({ path }) => path);

describe('generateRepository', () => {
  it('writes the files of chart.md, section 8', () => {
    const found = paths(complete);
    expect(found).toEqual(
      expect.arrayContaining([
        '.alexandria/instance.yaml',
        '.alexandria/validate.sh',
        '.github/workflows/validate.yaml',
        'CODEOWNERS',
        'README.md',
        'catalog-info.yaml',
        'docs/index.md',
        'docs/operations.md',
        'docs/production-checklist.md',
        'docs/secrets.md',
        'gitops/argocd/dev.yaml',
        'gitops/argocd/prod.yaml',
        'k8s/helm/alexandria-ee/Chart.yaml',
        'k8s/helm/alexandria-ee/templates/deployment.yaml',
        'k8s/manifests/kustomization.yaml',
        'k8s/overlays/prod/kustomization.yaml',
        'k8s/overlays/prod/patches/kustomization.yaml',
        'mkdocs.yml',
        'renovate.json',
        'values-dev.yaml',
        'values-prod.yaml',
        'values-staging.yaml',
      ]),
    );
  });

  it('leaves out what was not chosen', () => {
    const all = paths({
      ...complete,
      delivery: { manifests: 'kustomize', gitops: 'flux', ci: 'none' },
    });
    const left = ['k8s/helm/', 'values-', 'gitops/argocd/', '.github/'];
    expect(
      all.filter(path => left.some(start => path.startsWith(start))),
    ).toEqual([]);
    expect(all).toContain('gitops/flux/prod.yaml');
    expect(
      paths({ ...minimal, delivery: { manifests: 'helm' } }).filter(path =>
        /^k8s\/(manifests|overlays)/.test(path),
      ),
    ).toEqual([]);
  });

  it.each([
    ['github.com?owner=a&repo=b', '.github/workflows/validate.yaml'],
    ['gitlab.example.org?owner=a&repo=b', '.gitlab-ci.yml'],
    ['gitea.example.org?owner=a&repo=b', '.gitea/workflows/validate.yaml'],
    ['127.0.0.1:3080?owner=a&repo=b', '.gitea/workflows/validate.yaml'],
  ])('writes the workflow of %s', (repoUrl, workflow) => {
    expect(paths({ ...minimal, repoUrl })).toContain(workflow);
  });

  describe.each(instances)('%s', (_, input) => {
    const instance = instanceOf(input);
    const files = generateRepository(instance);

    it('is sorted, with every path once and inside the root', () => {
      const all = files.map(({ path }) => path);
      expect(all).toEqual([...new Set(all)].sort());
      expect(
        all.filter(path => !/^[A-Za-z0-9.][A-Za-z0-9._/-]*$/.test(path)),
      ).toEqual([]);
      expect(all.filter(path => path.split('/').includes('..'))).toEqual([]);
    });

    it('is the same for the same answers', () => {
      expect(generateRepository(instanceOf(input))).toEqual(files);
    });

    it('is text that ends with one line break', () => {
      expect(
        files
          .filter(({ path }) => !path.startsWith('k8s/helm/'))
          .filter(({ content }) => !/[^\n]\n$/.test(content))
          .map(({ path }) => path),
      ).toEqual([]);
    });

    it('reads back as the answers and the values', () => {
      const read = (path: string) => {
        const file = files.find(each => each.path === path);
        const result = readYaml(file?.content ?? '');
        return result.ok ? result.value : result.issues;
      };
      expect(read('.alexandria/instance.yaml')).toMatchObject({
        answers: JSON.parse(JSON.stringify(instance)),
      });
    });

    it('has the values of every environment, unless Kustomize stands alone', () => {
      const written = files
        .filter(({ path }) => /^values-[^/]+\.yaml$/.test(path))
        .map(({ path, content }) => [path, readYaml(content)]);
      const expected = instance.environments.map(({ name }) => [
        `values-${name}.yaml`,
        {
          ok: true,
          value: valuesForEnvironment(instance, name),
          warnings: [],
        },
      ]);
      expect(Object.fromEntries(written)).toEqual(
        instance.delivery.manifests === 'kustomize'
          ? {}
          : Object.fromEntries(expected),
      );
    });

    it('keeps the words of a person from being markup', () => {
      const readme = files.find(({ path }) => path === 'README.md');
      expect(readme?.content).not.toMatch(/<b>|^Answers \*questions/m);
    });
  });

  it('refuses answers that were not checked', () => {
    const instance = instanceOf(minimal);
    expect(() =>
      generateRepository({
        ...instance,
        environments: [{ ...instance.environments[0], replicas: 3 }],
      }),
    ).toThrow(/not checked by parseInstance.*replicaCount/);
  });
});
