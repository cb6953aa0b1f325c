/** @jest-environment node */
import {
  ControlPlane,
  crds,
  describeWithTools,
  startControlPlane,
} from '@alexandriaproject/test-rig';
import { parseAllDocuments } from 'yaml';
import { complete, instanceOf } from '../__testUtils__/instances';
import { planRepository } from '../RepositoryPlan';
import { gitops } from '.';

type Delivery = NonNullable<typeof complete.delivery>;

const filesOf = (delivery: Delivery) =>
  gitops(planRepository(instanceOf({ ...complete, delivery })));

const find = (delivery: Delivery, path: string) =>
  parseAllDocuments(
    filesOf(delivery).find(file => file.path === path)?.content ?? '',
  ).map(document => document.toJS());

describe('gitops', () => {
  it('is nothing without a tool', () => {
    expect(filesOf({ gitops: 'none' })).toEqual([]);
  });

  it('points Argo CD at the overlay, in the cluster of the environment', () => {
    const [application] = find({ gitops: 'argocd' }, 'gitops/argocd/prod.yaml');
    expect(application.spec).toMatchObject({
      source: {
        repoURL: 'https://github.com/acme/assistant.git',
        targetRevision: 'main',
        path: 'k8s/overlays/prod',
      },
      destination: { name: 'production', namespace: 'assistant' },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    });
  });

  it('gives Argo CD chart and values where there are no overlays', () => {
    const [application] = find(
      { gitops: 'argocd', manifests: 'helm' },
      'gitops/argocd/dev.yaml',
    );
    expect(application.spec.source).toMatchObject({
      path: 'k8s/helm/alexandria-ee',
      helm: { valueFiles: ['../../../values-dev.yaml'] },
    });
  });

  it('gives Flux the namespace, the repository and the overlay', () => {
    const objects = find({ gitops: 'flux' }, 'gitops/flux/prod.yaml');
    expect(objects.map(({ kind }) => kind)).toEqual([
      'Namespace',
      'GitRepository',
      'Kustomization',
    ]);
    expect(objects[0].metadata.name).toBe('assistant');
    expect(objects[2].spec.path).toBe('./k8s/overlays/prod');
  });
});

describeWithTools('the definitions', ['control-plane'], () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.applyCrds(await crds());
    await plane.createNamespace('argocd', 'restricted');
    await plane.createNamespace('flux-system', 'restricted');
  }, 120_000);

  afterAll(() => plane?.stop());

  it.each<[string, Delivery]>([
    ['Argo CD', { gitops: 'argocd' }],
    ['Argo CD with Helm', { gitops: 'argocd', manifests: 'helm' }],
    ['Flux', { gitops: 'flux' }],
  ])('of %s are accepted by an API server', async (_, delivery) => {
    for (const { path, content } of filesOf(delivery)) {
      const { code, stderr } = await plane.kubectl(
        ['apply', '--dry-run=server', '--validate=strict', '--filename', '-'],
        { input: content },
      );
      expect({ path, code, stderr }).toEqual({ path, code: 0, stderr: '' });
    }
  });
});
