/** @jest-environment node */
import {
  ControlPlane,
  crds,
  describeWithTools,
  startControlPlane,
} from '@alexandriaproject/test-rig';
import { KubernetesObject, renderObjects } from '../objects';
import { defaultValues } from '../values/defaultValues';
import { mergeLayers, mergeValues } from '../values/mergeValues';
import { resolveValues } from '../values/resolveValues';
import { Release, valuesSchema } from '../values/valuesSchema';
import { writeYamlDocuments } from '../yaml';
import { accepted, AcceptedCase } from './corpus/accepted';
import { brokenByGuard, BrokenCase } from './corpus/broken';
import { ciCases } from './__testUtils__/ciCases';
import { alexandria } from './__testUtils__/helmTemplate';

const cases: AcceptedCase[] = [...accepted, ...ciCases];

/** Guards that stand for what an API server says. */
const REFUSED = [
  'ingress-class-annotation',
  'pdb-both',
  'rbac-url-needs-cluster-role',
  'request-above-limit',
  'resource-fraction-of-byte',
  'service-port-taken',
  'volume-needs-one-source',
];

/** What the guards let nobody render. */
function unguarded({ values, release = alexandria }: BrokenCase) {
  const switches = {
    ingress: { enabled: values.httpRoute === undefined },
    httpRoute: { enabled: values.httpRoute !== undefined },
    rbac: { create: true },
  };
  const tree = mergeValues(defaultValues, mergeLayers([switches, values]));
  return renderObjects(valuesSchema.parse(tree), release, { hooks: true });
}

/** Everything that Helm would apply: the objects, the hooks and the test. */
function everything({
  values,
  release = alexandria,
}: AcceptedCase): KubernetesObject[] {
  const result = resolveValues([values], release);
  if (!result.ok) {
    throw new Error(`not accepted: ${JSON.stringify(result.issues)}`);
  }
  return renderObjects(result.value, release, { hooks: true, tests: true });
}

/** What each case adds to those before it: most objects of most cases are those of the defaults. */
const additions = (() => {
  const seen = new Set<string>();
  return cases.flatMap(({ name, ...rest }) => {
    const objects = everything({ name, ...rest }).filter(object => {
      const text = JSON.stringify(object);
      return !seen.has(text) && seen.add(text);
    });
    return objects.length === 0 ? [] : [{ name, objects }];
  });
})();

describeWithTools('a real API server', ['control-plane'], () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.applyCrds(await crds());
    const namespaces = new Set(
      cases.map(
        ({ release = alexandria }: { release?: Release }) => release.namespace,
      ),
    );
    for (const namespace of namespaces) {
      await plane.createNamespace(namespace, 'restricted');
    }
  }, 90_000);

  afterAll(() => plane?.stop());

  const dryRun = (objects: KubernetesObject[]) =>
    plane.kubectl(['create', '--dry-run=server', '--filename', '-'], {
      input: writeYamlDocuments(objects),
    });

  it('warns of pods that Pod Security would refuse', async () => {
    const { code, stderr } = await dryRun(
      everything({
        name: 'root',
        values: { podSecurityContext: { runAsNonRoot: false, runAsUser: 0 } },
      }),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/would violate PodSecurity "restricted:latest"/);
    expect(stderr).toMatch(/pods "alexandria-test-connection" is forbidden/);
  });

  it.each(additions)('takes without a warning: $name', async ({ objects }) => {
    const { code, stderr } = await dryRun(objects);
    // Whoever gives the annotation alone has asked for it: some controllers read nothing else.
    const expected = objects.some(
      ({ metadata, spec }) =>
        metadata.annotations?.['kubernetes.io/ingress.class'] &&
        !JSON.stringify(spec).includes('"ingressClassName"'),
    )
      ? /^Warning: annotation "kubernetes.io\/ingress.class" is deprecated, [^\n]*\n$/
      : /^$/;
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(expected),
    });
  });

  it.each(brokenByGuard.filter(({ id }) => REFUSED.includes(id)))(
    'refuses, or warns of, what the guard $id refuses: $values',
    async broken => {
      const { stderr } = await dryRun(unguarded(broken));
      expect(stderr).toMatch(/^(Warning|The .+ is invalid|Error)/);
    },
  );
});
