import type { InstanceInput } from '../instance';
import { complete, instanceOf, instances } from './__testUtils__/instances';
import { generateRepository } from './generateRepository';
import { planRepository } from './RepositoryPlan';
import { isReadOfRepository, readRepository } from './readRepository';

/** The files of a repository that are read, with changes: null takes one away. */
function filesOf(
  input: InstanceInput,
  changes: Record<string, string | null> = {},
): Map<string, string> {
  const files = new Map(
    generateRepository(instanceOf(input))
      .filter(({ path }) => isReadOfRepository(path))
      .map(({ path, content }) => [path, content]),
  );
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) {
      files.delete(path);
    } else {
      files.set(path, content);
    }
  }
  return files;
}

const withManifests = (manifests: 'helm' | 'kustomize' | 'both') => ({
  ...complete,
  delivery: { manifests, gitops: 'none' } as const,
});

const PATCHES = 'k8s/overlays/prod/patches';
const CHART_FILE = 'k8s/helm/alexandria-ee/templates/deployment.yaml';

const prodOf = (
  input: InstanceInput,
  changes: Record<string, string | null>,
) => {
  const read = readRepository(filesOf(input, changes));
  return read.ok ? read.value.find(({ name }) => name === 'prod') : read.issues;
};

describe('readRepository', () => {
  it.each(instances)('reads what was generated: %s', (_, input) => {
    const plan = planRepository(instanceOf(input));
    expect(readRepository(filesOf(input))).toEqual({
      ok: true,
      warnings: [],
      value: plan.environments.map(({ name, answers, release, values }) => ({
        name,
        cluster: answers.cluster,
        release,
        source: plan.hasHelm
          ? `values-${name}.yaml`
          : '.alexandria/instance.yaml',
        values,
      })),
    });
  });

  it('takes the values file for what is asked for, not the answers', () => {
    const path = 'values-prod.yaml';
    const before = filesOf(complete).get(path) ?? '';
    const after = before.replaceAll('v1.0.0', 'v1.1.0');
    expect(after).not.toBe(before);
    expect(prodOf(complete, { [path]: after })).toMatchObject({
      values: { image: { api: { tag: 'v1.1.0' } } },
    });
  });

  it.each<
    [
      string,
      'helm' | 'kustomize' | 'both',
      Record<string, string | null>,
      string,
    ]
  >([
    [
      'no values file',
      'helm',
      { 'values-prod.yaml': null },
      'values-prod.yaml is not accepted: is not there',
    ],
    [
      'values that are not accepted',
      'helm',
      { 'values-prod.yaml': 'replicaCount: many\n' },
      'values-prod.yaml is not accepted: replicaCount',
    ],
    [
      'a chart that was changed',
      'both',
      { [CHART_FILE]: 'kind: Deployment\n' },
      'k8s/helm/alexandria-ee was changed',
    ],
    [
      'a chart that lacks a file',
      'helm',
      { [CHART_FILE]: null },
      'k8s/helm/alexandria-ee was changed',
    ],
    [
      'a base that was changed',
      'kustomize',
      { 'k8s/manifests/kustomization.yaml': 'kind: Kustomization\n' },
      'k8s/manifests was changed',
    ],
    [
      'an overlay that was changed',
      'kustomize',
      { 'k8s/overlays/prod/kustomization.yaml': 'kind: Kustomization\n' },
      'k8s/overlays/prod was changed',
    ],
    [
      'patches of the team',
      'both',
      {
        [`${PATCHES}/kustomization.yaml`]:
          'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages: []\n',
      },
      'k8s/overlays/prod/patches changes',
    ],
    [
      'a file beside them',
      'kustomize',
      { [`${PATCHES}/own.yaml`]: 'kind: Patch\n' },
      'k8s/overlays/prod/patches changes',
    ],
  ])(
    'says of %s that it is not known what is asked for',
    (_, manifests, changes, problem) => {
      const prod = prodOf(withManifests(manifests), changes);
      expect(prod).toMatchObject({ problem: expect.stringContaining(problem) });
      expect(prod).not.toHaveProperty('values');
      expect(prodOf(withManifests(manifests), {})).toHaveProperty('values');
    },
  );

  it('does not mind what Helm does not deploy', () => {
    expect(
      prodOf(withManifests('helm'), {
        'k8s/overlays/prod/patches/x.yaml': 'a: 1\n',
      }),
    ).toHaveProperty('values');
  });

  it.each<[string, string | null, string]>([
    ['nothing', null, 'is not there'],
    ['no YAML', 'a: [', 'is not accepted'],
    ['something else', 'a: 1\n', 'is not what the generator writes'],
    [
      'another version',
      'schemaVersion: 1\ngeneratorVersion: 9.9.9\nanswers: {}\nfiles: {}\n',
      'says version 9.9.9',
    ],
    [
      'answers that are not accepted',
      'schemaVersion: 1\ngeneratorVersion: 0.1.0\nanswers: {}\nfiles: {}\n',
      'has answers that are not accepted',
    ],
  ])('refuses a record of %s', (_, content, message) => {
    expect(
      readRepository(
        filesOf(complete, { '.alexandria/instance.yaml': content }),
      ),
    ).toMatchObject({
      ok: false,
      issues: [
        {
          path: '.alexandria/instance.yaml',
          message: expect.stringContaining(message),
        },
      ],
    });
  });

  it('never repeats a value', () => {
    const prod = prodOf(complete, {
      'values-prod.yaml':
        'auth:\n  jwtSecret: [canary-7f3a]\n  canary-7f3b: 1\n',
    });
    expect(prod).toHaveProperty('problem');
    expect(JSON.stringify(prod)).not.toContain('canary-7f3a');
  });
});
