/** @jest-environment node */
import {
  ControlPlane,
  crds,
  describeWithTools,
  startControlPlane,
} from '@alexandriaproject/test-rig';
import { KubernetesObject } from '../../objects';
import { writeYamlDocuments } from '../../yaml';
import { changed } from './__testUtils__/changed';
import {
  environmentCases,
  renderedCases,
  repositoryObjects,
} from './__testUtils__/renderedCases';
import { allKinds, otherCase, wholeCase } from './__testUtils__/samples';
import { ofKind, podsOf } from './pods';

const NAMESPACE = 'restricted';

const once = <T>(all: readonly T[]): T[] => {
  const texts = new Set(all.map(each => JSON.stringify(each)));
  return [...texts].map(text => JSON.parse(text) as T);
};

/** A pod of each template and of each test, in the namespace that enforces "restricted". */
function podsFrom(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return once(
    podsOf(objects).map(({ labels, spec }) => ({ labels, spec })),
  ).map(({ labels, spec }, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}`, namespace: NAMESPACE, labels },
    spec,
  }));
}

/** What pods of the corpus name, and a cluster has to have. */
const classes = [
  ...['gvisor', '0x10'].map(name => ({
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name },
    handler: 'runsc',
  })),
  ...['production', '1e3'].map(name => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value: 1000,
  })),
];

/** One thing in a pod that is accepted without it, and what the API server says. */
const refused: [what: string, path: string, value: unknown, says: string][] = [
  ['root', 'spec/containers/0/securityContext/runAsUser', 0, 'runAsUser'],
  [
    'a user that may be root',
    'spec/containers/0/securityContext/runAsNonRoot',
    false,
    'runAsNonRoot',
  ],
  [
    'privileges to gain',
    'spec/containers/0/securityContext/allowPrivilegeEscalation',
    undefined,
    'allowPrivilegeEscalation',
  ],
  [
    'capabilities of an init container',
    'spec/initContainers/0/securityContext/capabilities',
    undefined,
    'unrestricted capabilities',
  ],
  [
    'no seccomp profile',
    'spec/securityContext/seccompProfile',
    undefined,
    'seccompProfile',
  ],
  ['the processes of the node', 'spec/hostPID', true, 'host namespaces'],
  [
    'a hostPath',
    'spec/volumes/1',
    { name: 'run', hostPath: { path: '/run' } },
    'hostPath',
  ],
  [
    'a sysctl of the node',
    'spec/securityContext/sysctls',
    [{ name: 'kernel.msgmax', value: '1' }],
    'sysctls',
  ],
  [
    'a privileged container',
    'spec/containers/0/securityContext',
    { privileged: true },
    'privileged',
  ],
];

describeWithTools('an API server of 1.37', ['control-plane'], () => {
  let plane: ControlPlane;

  const kubectl = (args: string[], objects: readonly object[]) =>
    plane.kubectl(['create', ...args, '--filename', '-'], {
      input: writeYamlDocuments([...objects]),
    });
  const dryRun = (objects: readonly object[]) =>
    kubectl(['--dry-run=server'], objects);

  const environments = environmentCases();
  const cases = [...renderedCases(), wholeCase(), otherCase()];
  const pods = podsFrom(cases.flatMap(({ objects }) => objects));

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.applyCrds(await crds());
    const namespaces = environments.flatMap(({ objects }) =>
      objects.flatMap(({ metadata }) => metadata.namespace ?? []),
    );
    for (const namespace of new Set([
      ...[NAMESPACE, 'argocd', 'flux-system'],
      ...namespaces,
    ])) {
      await plane.createNamespace(namespace, 'restricted');
    }
    const accounts = pods.flatMap(
      ({ spec }) =>
        (spec as { serviceAccountName?: string }).serviceAccountName ?? [],
    );
    const made = await kubectl(
      [],
      [
        ...classes,
        ...[...new Set(accounts)]
          .filter(name => name !== 'default')
          .map(name => ({
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            metadata: { name, namespace: NAMESPACE },
          })),
      ],
    );
    if (made.code !== 0) {
      throw new Error(made.stderr);
    }
  }, 120_000);

  afterAll(() => plane?.stop());

  it('admits a pod of every template where "restricted" is enforced', async () => {
    expect(pods.length).toBeGreaterThan(100);
    const { code, stderr } = await dryRun(pods);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('keeps those of the samples', async () => {
    const own = podsFrom(
      [wholeCase(), otherCase()].flatMap(({ objects }) => objects),
    );
    const { code, stderr } = await kubectl([], own);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { stdout } = await plane.kubectl([
      ...['get', 'pods', '--namespace', NAMESPACE, '--output', 'name'],
    ]);
    expect(stdout.trim().split('\n')).toHaveLength(own.length);
  });

  it.each(refused)('refuses %s', async (_, path, value, says) => {
    const [pod] = podsFrom(ofKind(wholeCase().objects, 'Deployment'));
    const { code, stderr } = await dryRun(changed([pod], ['Pod', path], value));
    expect(code).toBe(1);
    expect(stderr).toContain('violates PodSecurity "restricted:latest"');
    expect(stderr).toContain(says);
  });

  it('takes every environment of the instances without a warning', async () => {
    const { code, stderr } = await dryRun(
      once(environments.flatMap(({ objects }) => objects)),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('takes the definitions of GitOps without a warning', async () => {
    const definitions = repositoryObjects()
      .filter(({ name }) => name.includes(': gitops/'))
      .flatMap(({ objects }) => objects as KubernetesObject[])
      .filter(({ kind }) => kind !== 'Namespace');
    const { code, stderr } = await dryRun(once(definitions));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('would warn of an API that is deprecated', async () => {
    const { code, stderr } = await dryRun([
      {
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata: { name: 'a', namespace: NAMESPACE },
        subsets: [],
      },
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: v1 Endpoints is deprecated/);
  });

  it('prefers the version of every API that is used', async () => {
    const { stdout } = await plane.kubectl(['get', '--raw', '/apis']);
    const { groups } = JSON.parse(stdout) as {
      groups: { preferredVersion: { groupVersion: string } }[];
    };
    const preferred = [
      'v1',
      ...groups.map(({ preferredVersion }) => preferredVersion.groupVersion),
    ];
    expect(
      allKinds()
        .map(({ apiVersion }) => apiVersion)
        .filter(apiVersion => !preferred.includes(apiVersion)),
    ).toEqual([]);
    expect(preferred).not.toContain('policy/v1beta1');
  });
});
