import { resolveValues, ValuesInput } from '../values';
import { KustomizeEnvironment, renderKustomize } from './renderKustomize';

const minimal: ValuesInput = { auth: { existingSecret: 'alexandria-auth' } };

function environment(
  name: string,
  values: ValuesInput,
  namespace = `team-${name}`,
): KustomizeEnvironment {
  const release = { name: 'alexandria', namespace };
  const resolved = resolveValues([values], release);
  if (!resolved.ok) {
    throw new Error(JSON.stringify(resolved.issues));
  }
  return { name, values: resolved.value, release };
}

describe('renderKustomize', () => {
  it.each(['library', `ere${'-elsewhere'.repeat(6)}`])(
    'puts into the base what the namespace %s is not inside of',
    namespace => {
      const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
      const dev = environment(
        'dev',
        { ...minimal, rbac: { create: true, rules } },
        namespace,
      );
      const files = renderKustomize([dev], 'dev').map(({ path }) => path);
      expect(files).toContain('manifests/deployment.yaml');
      expect(files).not.toContain('manifests/clusterrole.yaml');
      expect(files).toContain('overlays/dev/clusterrole.yaml');
    },
  );

  it('writes one deletion a file, and says what it adds and changes', () => {
    const files = renderKustomize(
      [
        environment('dev', {
          ...minimal,
          pdb: { enabled: true },
          ingress: { enabled: true },
        }),
        environment('prod', {
          ...minimal,
          service: { annotations: { a: 'b' } },
          networkPolicy: { enabled: true },
        }),
      ],
      'dev',
    );
    const prod = files
      .map(({ path }) => path)
      .filter(path => path.startsWith('overlays/prod/'))
      .map(path => path.slice('overlays/prod/'.length));
    expect(prod.sort()).toEqual([
      'ingress-delete.yaml',
      'kustomization.yaml',
      'networkpolicy.yaml',
      'patches/kustomization.yaml',
      'pdb-delete.yaml',
      'service-patch.yaml',
    ]);
  });

  it('takes the base from the environment that it names', () => {
    const environments = [
      environment('dev', minimal),
      environment('prod', { ...minimal, pdb: { enabled: true } }),
    ];
    const inBase = (base: string) =>
      renderKustomize(environments, base).some(
        ({ path }) => path === 'manifests/pdb.yaml',
      );
    expect(inBase('dev')).toBe(false);
    expect(inBase('prod')).toBe(true);
  });

  it('writes for two environments what is below', () => {
    const files = renderKustomize(
      [
        environment('dev', { ...minimal, pdb: { enabled: true } }),
        environment('prod', {
          ...minimal,
          replicaCount: 2,
          config: { database: { existingSecret: 'db' } },
          persistence: { accessMode: 'ReadWriteMany', existingClaim: 'books' },
          service: { type: 'NodePort' },
        }),
      ],
      'dev',
    );
    const contents = Object.fromEntries(
      files.map(({ path, content }) => [path, content]),
    );
    expect(contents).toMatchObject({
      'manifests/kustomization.yaml': `# The base: what dev runs, in no namespace. Generated; changes belong into an overlay's patches/.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - pdb.yaml
  - serviceaccount.yaml
  - configmap.yaml
  - nginx-configmap.yaml
  - pvc.yaml
  - service.yaml
  - deployment.yaml
`,
      'overlays/dev/kustomization.yaml': `# What dev has otherwise than the base. Generated, apart from the folder patches/.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: team-dev
resources:
  - "../../manifests"
components:
  - patches
`,
      'overlays/dev/patches/kustomization.yaml': `# Yours: never written again. Add resources and patches here; they come after everything generated.
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
generatorOptions:
  disableNameSuffixHash: true
`,
      'overlays/prod/kustomization.yaml': `# What prod has otherwise than the base. Generated, apart from the folder patches/.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: team-prod
resources:
  - "../../manifests"
patches:
  - path: service-patch.yaml
    target:
      version: v1
      kind: Service
      name: alexandria
  - path: deployment-patch.yaml
    target:
      group: apps
      version: v1
      kind: Deployment
      name: alexandria
  - path: pdb-delete.yaml
  - path: pvc-delete.yaml
components:
  - patches
`,
      'overlays/prod/service-patch.yaml': `- op: replace
  path: /spec/type
  value: NodePort
`,
      'overlays/prod/pdb-delete.yaml': `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: alexandria
"$patch": delete
`,
    });
  });

  it('refuses a base that is no environment', () => {
    expect(() =>
      renderKustomize([environment('dev', minimal)], 'prod'),
    ).toThrow('there is no environment "prod"');
  });
});
