/** @jest-environment node */
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  generateRepository,
  parseInstance,
  readRepository,
  renderObjects,
  type KubernetesObject,
} from '@alexandriaproject/alexandria-manifests';
import type { ObjectDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  crds,
  describeWithTools,
  helm,
  run,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import { asItem, type KubernetesItem } from '../watch/KubernetesItem';
import { comparedResources } from './comparedResources';
import { compareWithLive } from './compareWithLive';

const ENVIRONMENTS = ['dev', 'prod'];

/** A small instance and one with all that can be switched on by its answers. */
function instance() {
  const parsed = parseInstance({
    name: 'assistant',
    owner: 'group:default/payments',
    repoUrl: 'git.acme.io?owner=payments&repo=assistant',
    environments: [
      { name: 'dev', stage: 'development' },
      {
        ...{ name: 'prod', stage: 'production', host: 'assistant.acme.io' },
        imageTag: 'v1.2.0',
      },
    ],
  });
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.issues));
  }
  return parsed.value;
}

describeWithTools(
  'what an API server makes of an instance',
  ['control-plane', 'helm-3', 'helm-4'],
  () => {
    let plane: ControlPlane;
    let folder: string;
    const files = new Map(
      generateRepository(instance()).map(({ path, content }) => [
        path,
        content,
      ]),
    );

    beforeAll(async () => {
      plane = await startControlPlane();
      await plane.applyCrds(await crds());
      folder = await mkdtemp(join(tmpdir(), 'drift-'));
      for (const [path, content] of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    }, 120_000);
    afterAll(async () => {
      await plane?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    async function kubectl(args: string[], input?: string): Promise<string> {
      const { code, stdout, stderr } = await plane.kubectl(args, { input });
      if (code !== 0) {
        throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
      }
      return stdout;
    }

    /** What an environment asks for, in a namespace of the test's own. */
    function rendered(name: string, namespace: string): KubernetesObject[] {
      const read = readRepository(files);
      const environment = read.ok
        ? read.value.find(each => each.name === name)
        : undefined;
      if (environment?.values === undefined) {
        throw new Error(`no values of ${name}`);
      }
      return renderObjects(environment.values, {
        ...environment.release,
        namespace,
      }).filter(({ kind }) =>
        comparedResources.some(each => each.kind === kind),
      );
    }

    async function live(
      { kind, metadata: { name } }: KubernetesObject,
      namespace: string,
    ): Promise<KubernetesItem> {
      const { resource, group } = comparedResources.find(
        each => each.kind === kind,
      )!;
      return asItem(
        JSON.parse(
          await kubectl([
            ...['get', `${resource}${group && `.${group}`}`, name],
            ...['--namespace', namespace, '--output=json'],
            '--show-managed-fields',
          ]),
        ),
      );
    }

    async function compared(
      environment: string,
      namespace: string,
    ): Promise<ObjectDrift[]> {
      return Promise.all(
        rendered(environment, namespace).map(async object =>
          compareWithLive(object, await live(object, namespace)),
        ),
      );
    }

    const differing = (drifts: ObjectDrift[]) =>
      drifts.filter(({ state }) => state !== 'Same');

    const apply =
      (...flags: string[]) =>
      async (environment: string, namespace: string) => {
        const list = {
          ...{ apiVersion: 'v1', kind: 'List' },
          items: rendered(environment, namespace),
        };
        await kubectl(['apply', ...flags, '-f', '-'], JSON.stringify(list));
      };

    const helmInstall =
      (major: 3 | 4) => async (environment: string, namespace: string) => {
        const { code, stderr } = await run(
          await helm(major),
          [
            ...['upgrade', '--install', 'alexandria'],
            join(folder, 'k8s/helm/alexandria-ee'),
            ...['--values', join(folder, `values-${environment}.yaml`)],
            ...['--namespace', namespace, '--no-hooks'],
          ],
          { env: { KUBECONFIG: plane.kubeconfig } },
        );
        if (code !== 0) {
          throw new Error(stderr);
        }
      };

    const deployments = {
      'kubectl apply': apply(),
      'kubectl apply --server-side': apply('--server-side'),
      'Helm 3': helmInstall(3),
      'Helm 4': helmInstall(4),
    };

    it.each(
      Object.entries(deployments).flatMap(([how, deploy]) =>
        ENVIRONMENTS.map(environment => [how, environment, deploy] as const),
      ),
    )(
      '%s, %s: has no difference',
      async (how, environment, deploy) => {
        const namespace = `${how
          .toLowerCase()
          .replace(/\W+/g, '-')}-${environment}`;
        await plane.createNamespace(namespace);
        await deploy(environment, namespace);
        const drifts = await compared(environment, namespace);
        expect(drifts.length).toBeGreaterThan(4);
        expect(differing(drifts)).toEqual([]);
      },
      60_000,
    );

    describe.each(Object.entries(deployments))('%s', (how, deploy) => {
      const namespace = `edits-${how.toLowerCase().replace(/\W+/g, '-')}`;

      beforeAll(async () => {
        await plane.createNamespace(namespace);
        await deploy('prod', namespace);
      }, 60_000);

      const patch = (object: string, json: object, type = 'strategic') => [
        ...['patch', object, `--type=${type}`],
        ...['--field-manager=alice', '--patch', JSON.stringify(json)],
      ];

      const inContainer = (json: object) =>
        patch('deployment/alexandria', {
          spec: {
            template: { spec: { containers: [{ name: 'api', ...json }] } },
          },
        });
      const CONTAINER = 'spec.template.spec.containers[name=api]';

      it.each<[string, string[], Partial<ObjectDrift['fields'][number]>]>([
        [
          'a field of the pods',
          patch('deployment/alexandria', {
            spec: { template: { spec: { terminationGracePeriodSeconds: 7 } } },
          }),
          {
            path: 'spec.template.spec.terminationGracePeriodSeconds',
            ...{ change: 'changed', live: '7' },
          },
        ],
        [
          'another variable',
          inContainer({ env: [{ name: 'ADDED', value: 'hunter2' }] }),
          { path: `${CONTAINER}.env[name=ADDED]`, change: 'added' },
        ],
        [
          'a limit',
          inContainer({ resources: { limits: { memory: '9Gi' } } }),
          { path: `${CONTAINER}.resources.limits.memory`, live: '9Gi' },
        ],
        [
          'a container',
          patch('deployment/alexandria', {
            spec: {
              template: {
                spec: { containers: [{ name: 'debug', image: 'busybox:1' }] },
              },
            },
          }),
          {
            path: 'spec.template.spec.containers[name=debug]',
            change: 'added',
          },
        ],
        [
          'the configuration',
          patch('configmap/alexandria-config', {
            data: { 'alexandria.conf': 'password = "hunter2"' },
          }),
          { path: 'data["alexandria.conf"]', withheld: true },
        ],
        [
          'the port of the Service',
          patch('service/alexandria', { spec: { type: 'NodePort' } }),
          { path: 'spec.type', expected: 'ClusterIP', live: 'NodePort' },
        ],
        [
          'a label',
          [
            ...['label', 'service/alexandria', 'owner=alice'],
            '--field-manager=alice',
          ],
          { path: 'metadata.labels.owner', change: 'added', live: 'alice' },
        ],
      ])('names who edited %s', async (_, command, field) => {
        await kubectl([...command, '--namespace', namespace]);
        const found = (await compared('prod', namespace)).flatMap(
          ({ fields }) => fields,
        );
        expect(found).toContainEqual(
          expect.objectContaining({
            ...field,
            writer: expect.objectContaining({
              ...{ manager: 'alice', operation: 'Update' },
            }),
          }),
        );
        expect(JSON.stringify(found)).not.toContain('hunter2');
      });

      it('takes a restart for no difference', async () => {
        const before = await compared('prod', namespace);
        await kubectl([
          ...['rollout', 'restart', 'deployment/alexandria'],
          ...['--namespace', namespace],
        ]);
        expect(await compared('prod', namespace)).toEqual(before);
      });
    });
  },
);
