import {
  describeWithTools,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import { mkdtemp, readFile, rm } from 'fs/promises';
import os from 'os';
import path from 'path';
import { parse } from 'yaml';
import { LeakyProxy, type Mishap } from './support/LeakyProxy';
import { CANARY, found, SearchedPortal } from './support/SearchedPortal';

const NAMESPACE = 'alexandria';
const AUTH = 'alexandria-auth';
const TLS = 'alexandria-tls';
const labels = {
  app: 'a',
  'app.kubernetes.io/part-of': 'alexandria',
  'backstage.io/kubernetes-id': 'payments',
};
const metadata = (name: string) => ({ name, namespace: NAMESPACE, labels });

const secrets = [
  {
    ...{ apiVersion: 'v1', kind: 'Secret', metadata: metadata(AUTH) },
    stringData: { 'jwt-secret': CANARY, 'admin-password': CANARY },
  },
  {
    ...{ apiVersion: 'v1', kind: 'Secret', metadata: metadata(TLS) },
    type: 'kubernetes.io/tls',
    // Neither is what it says that it is.
    stringData: {
      'tls.crt': `-----BEGIN CERTIFICATE-----\n${CANARY}\n-----END CERTIFICATE-----\n`,
      'tls.key': CANARY,
    },
  },
];

const variable = (name: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: AUTH, key } },
});

const workload = [
  {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: metadata('a') },
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              ...{ name: 'api', image: 'api:v1' },
              env: [
                variable('JWT', 'jwt-secret'),
                variable('PASSWORD', 'admin-password'),
                variable('ABSENT', 'absent'),
              ],
            },
          ],
        },
      },
    },
  },
  {
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
    metadata: metadata('a'),
    spec: {
      tls: [{ hosts: ['a.example.com'], secretName: TLS }],
      defaultBackend: { service: { name: 'a', port: { number: 80 } } },
    },
  },
  {
    ...{ apiVersion: 'v1', kind: 'Service', metadata: metadata('a') },
    spec: { selector: { app: 'a' }, ports: [{ port: 80 }] },
  },
];

const rbac = (tier: number) =>
  readFile(
    path.join(
      __dirname,
      `../plugins/alexandria-backend/rbac/tier-${tier}.yaml`,
    ),
    'utf8',
  );

const nowhere = {
  ...{ answers: [], logs: [], telemetry: [], databases: [], kept: 0 },
  looked: { answers: true, logs: true, databases: true, kept: true },
};

describeWithTools('the value of a Secret', ['control-plane'], () => {
  let plane: ControlPlane;
  let proxy: LeakyProxy;
  let folder: string;
  let lower: SearchedPortal;
  let upper: SearchedPortal;

  async function kubectl(args: string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await plane.kubectl(args, { input });
    if (code !== 0) {
      throw new Error(stderr);
    }
    return stdout.trim();
  }

  // As people do it: what is applied is kept in an annotation.
  const apply = (...objects: object[]) =>
    kubectl(
      ['apply', '-f', '-'],
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'canary-'));
    plane = await startControlPlane();
    await plane.createNamespace(NAMESPACE);
    for (const tier of [0, 1, 2]) {
      await kubectl(['apply', '-f', '-'], await rbac(tier));
    }
    await apply(...secrets, ...workload);
    const [{ cluster }] = parse(
      await readFile(plane.kubeconfig, 'utf8'),
    ).clusters;
    proxy = await LeakyProxy.start(
      plane.url,
      Buffer.from(cluster['certificate-authority-data'], 'base64'),
    );
    lower = new SearchedPortal(
      await mkdtemp(path.join(folder, 'lower-')),
      [0, 1],
    );
    upper = new SearchedPortal(await mkdtemp(path.join(folder, 'upper-')), [2]);
    const token = await kubectl([
      ...['create', 'token', 'alexandria-reader', '--namespace=backstage'],
    ]);
    await Promise.all(
      [lower, upper].map(portal => portal.start(proxy.url, token)),
    );
  }, 120_000);

  afterAll(async () => {
    await Promise.all([lower, upper].map(portal => portal?.child.stop()));
    await proxy?.stop();
    await plane?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is in the cluster, as text and in base64', async () => {
    const listed = await kubectl([
      ...['get', 'secrets', `--namespace=${NAMESPACE}`, '--output=json'],
    ]);
    expect(found(listed).length).toBeGreaterThan(1);
  });

  it('stays there while everything goes well', async () => {
    // Tier 1 knows the keys, tier 2 that one is not there.
    await lower.until(
      /"presence":"present".*"key":"jwt-secret","state":"present"/,
    );
    await upper.until(/"key":"jwt-secret","state":"present"/);
    expect(await lower.traces()).toEqual(nowhere);
    expect(await upper.traces()).toEqual(nowhere);
  });

  /** Somebody does something about the instance, so that its Secrets are read anew. */
  const touch = (how: string) =>
    kubectl([
      ...['label', 'deployment', 'a', `touched=${how.replace(' ', '-')}`],
      ...[`--namespace=${NAMESPACE}`, '--overwrite'],
    ]);

  it.each<Mishap>(['cut', 'server error', 'another object'])(
    'stays there when an answer about it is broken: %s',
    async mishap => {
      const broken = proxy.breakNext(mishap, 2);
      await touch(mishap);
      await broken;
      await Promise.all([lower, upper].map(portal => portal.until(/health/)));
      expect(await lower.traces()).toEqual(nowhere);
      expect(await upper.traces()).toEqual(nowhere);
    },
  );

  it('stays there when the right to read it is taken away, and when the cluster is gone', async () => {
    await kubectl([
      ...['delete', 'rolebindings', '--all', `--namespace=${NAMESPACE}`],
    ]);
    await touch('last');
    await Promise.all(
      [lower, upper].map(portal => portal.until(/may not be read/)),
    );
    await plane.stop();
    await Promise.all([lower, upper].map(portal => portal.until(/Failing/)));
    expect(await lower.traces()).toEqual(nowhere);
    expect(await upper.traces()).toEqual(nowhere);
  }, 60_000);

  it('is not in the heap where Secrets are not read whole', async () => {
    expect(await lower.heap()).toEqual([]);
  }, 60_000);

  it('is found where it is planted', async () => {
    await lower.child.ask('plant');
    const { logs, telemetry, kept } = await lower.traces();
    expect({ logs, telemetry, kept }).toEqual({
      ...{ logs: [CANARY], telemetry: [CANARY], kept: 1 },
    });
    expect(await lower.heap()).toContain(CANARY);
  }, 60_000);
});
