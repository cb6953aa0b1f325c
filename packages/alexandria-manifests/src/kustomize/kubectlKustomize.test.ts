/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeWithTools, kubectl, run } from '@alexandriaproject/test-rig';
import { parseAllDocuments } from 'yaml';
import { accepted } from '../oracle/corpus/accepted';
import { KubernetesObject, renderObjects } from '../objects';
import { gitopsIssues, resolveValues } from '../values';
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

function keyed(objects: KubernetesObject[]) {
  return Object.fromEntries(objects.map(object => [identity(object), object]));
}

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
