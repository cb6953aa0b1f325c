/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeWithTools, kubectl, run } from '@alexandriaproject/test-rig';
import { parseAllDocuments } from 'yaml';
import { accepted } from '../oracle/corpus/accepted';
import { KubernetesObject, renderObjects } from '../objects';
import { gitopsIssues, resolveValues, ValuesInput } from '../values';
import { identity } from './identity';
import { KustomizeEnvironment, renderKustomize } from './renderKustomize';

/** Every accepted case that may be in git, as an environment. */
const environments: KustomizeEnvironment[] = accepted.flatMap(
  ({ name, values, release }, index) => {
    const at = release ?? { name: 'alexandria', namespace: `ns-${index}` };
    const resolved = resolveValues([values], at);
    if (!resolved.ok) {
      throw new Error(`${name} is not accepted`);
    }
    return gitopsIssues(resolved.value).length === 0
      ? [{ name: `e${index}`, values: resolved.value, release: at }]
      : [];
  },
);

const minimal: ValuesInput = { auth: { existingSecret: 'alexandria-auth' } };

function environment(name: string, values: ValuesInput): KustomizeEnvironment {
  const release = { name: 'alexandria', namespace: `team-${name}` };
  const resolved = resolveValues([values], release);
  if (!resolved.ok) {
    throw new Error(JSON.stringify(resolved.issues));
  }
  return { name, values: resolved.value, release };
}

function keyed(objects: KubernetesObject[]) {
  return Object.fromEntries(objects.map(object => [identity(object), object]));
}

describe('renderKustomize', () => {
  it('puts into the base what no namespace is inside of', () => {
    const files = renderKustomize(
      [
        environment('dev', {
          ...minimal,
          rbac: {
            create: true,
            rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
          },
        }),
      ],
      'dev',
    ).map(({ path }) => path);
    expect(files).toContain('manifests/deployment.yaml');
    expect(files).not.toContain('manifests/clusterrole.yaml');
    expect(files).toContain('overlays/dev/clusterrole.yaml');
  });

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

  it('refuses a base that is no environment', () => {
    expect(() =>
      renderKustomize([environment('dev', minimal)], 'prod'),
    ).toThrow('there is no environment "prod"');
  });
});

describeWithTools(
  'kubectl kustomize',
  ['kubectl-oldest', 'kubectl-newest'],
  () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'kustomize-'));
    });

    afterEach(() => {
      rmSync(folder, { recursive: true });
    });

    function write(base: string) {
      for (const { path, content } of renderKustomize(environments, base)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    }

    async function build(which: 'oldest' | 'newest', path: string) {
      const { code, stdout, stderr } = await run(await kubectl(which), [
        'kustomize',
        join(folder, path),
      ]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return parseAllDocuments(stdout).map(
        document => document.toJS() as KubernetesObject,
      );
    }

    // The first and the last: from little to much, and the other way round.
    it.each([
      ['oldest', environments[0].name],
      ['newest', environments[0].name],
      ['newest', environments[environments.length - 1].name],
    ] as const)(
      'of the %s kubectl gives what is rendered, over the base %s',
      async (which, base) => {
        write(base);
        for (const { name, values, release } of environments) {
          expect({
            name,
            objects: keyed(await build(which, `overlays/${name}`)),
          }).toEqual({ name, objects: keyed(renderObjects(values, release)) });
        }
      },
      120_000,
    );

    it('takes the base as it is', async () => {
      write(environments[0].name);
      const kinds = (await build('newest', 'manifests')).map(
        ({ kind }) => kind,
      );
      expect(kinds).toEqual(expect.arrayContaining(['Deployment', 'Service']));
    });
  },
);
