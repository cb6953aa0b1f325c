/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  deploymentDetailsSchema,
  instanceStatusSchema,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { evaluate } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import {
  describeWithTools,
  helm,
  run,
  startCluster,
  type Cluster,
} from '@alexandriaproject/test-rig';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  alexandriaRulesExtensionPoint,
  type Rule,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { parse } from 'yaml';
import alexandria from './index';

const CHART = join(__dirname, '../../../packages/alexandria-manifests/chart');
const CANARY = 'canary-7f3a-value';
const NAMESPACE = 'payments-dev';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
});

const entities = [
  component('payments', { 'backstage.io/kubernetes-id': 'payments' }),
  component('unmarked', {}),
];

/** As a module of an adopter adds one. */
const floatingNode: Rule = {
  finding: {
    code: 'NodeSelectorMissing',
    severity: 'info',
    title: 'It may run on any node',
    docs: 'https://example.com/rules',
  },
  *check({ reference }) {
    yield {
      object: reference,
      title: 'It may run on any node',
      cause: 'The Deployment selects no node.',
      remedy: 'Set nodeSelector in the values',
    };
  },
};

const adopter = createBackendModule({
  pluginId: 'alexandria',
  moduleId: 'rules',
  register(env) {
    env.registerInit({
      deps: { rules: alexandriaRulesExtensionPoint },
      async init({ rules }) {
        rules.addRules(floatingNode);
      },
    });
  },
});

describeWithTools('GET /v1/instances/…/status', ['cluster', 'helm-4'], () => {
  let cluster: Cluster;
  let backend: TestBackend;
  let kubernetes: object;

  let decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
    AuthorizeResult.ALLOW;
  const permissions = mockServices.permissions.mock({
    authorize: async questions => questions.map(() => ({ result: decision })),
  });
  async function kubectl(args: string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await cluster.kubectl(args, { input });
    if (code !== 0) {
      throw new Error(stderr);
    }
    return stdout.trim();
  }

  beforeAll(async () => {
    cluster = await startCluster();
    await cluster.createNamespace(NAMESPACE, 'restricted');
    await kubectl(
      ['apply', '-f', '-'],
      readFileSync(join(__dirname, '../rbac/tier-0.yaml'), 'utf8'),
    );
    const [{ cluster: connection }] = parse(
      readFileSync(cluster.kubeconfig, 'utf8'),
    ).clusters;
    kubernetes = {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'north',
              title: 'North',
              url: connection.server,
              caData: connection['certificate-authority-data'],
              authProvider: 'serviceAccount',
              serviceAccountToken: await kubectl([
                ...['create', 'token', 'alexandria-reader'],
                '--namespace=backstage',
              ]),
            },
          ],
        },
      ],
    };
    backend = await startTestBackend({
      features: [
        alexandria,
        adopter,
        catalogServiceMock.factory({ entities }),
        permissions.factory,
        mockServices.rootConfig.factory({
          data: JSON.parse(JSON.stringify({ kubernetes })),
        }),
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  const ask = (
    name: string,
    credentials = mockCredentials.user.header(),
    rest = 'status',
  ) =>
    request(backend.server)
      .get(`/api/alexandria/v1/instances/component/default/${name}/${rest}`)
      .set('Authorization', credentials);

  async function status(): Promise<InstanceStatus> {
    const { body } = await ask('payments');
    expect(JSON.stringify(body)).not.toContain(CANARY);
    // Nothing that is not described.
    expect(instanceStatusSchema.parse(body)).toEqual(body);
    return body;
  }

  /** Asks until something is so, and gives what was said on the way. */
  async function until(isSo: (said: InstanceStatus) => boolean) {
    const seen: InstanceStatus[] = [];
    const deadline = Date.now() + 40_000;
    do {
      seen.push(await status());
      await new Promise(resolve => setTimeout(resolve, 50));
    } while (!isSo(seen[seen.length - 1]) && Date.now() < deadline);
    return { seen, last: seen[seen.length - 1] };
  }

  it('is Missing while nothing runs', async () => {
    const { last } = await until(({ partial }) => !partial);
    expect(last).toEqual({
      entityRef: 'component:default/payments',
      health: 'Missing',
      partial: false,
      clusters: [{ name: 'north', title: 'North', condition: 'Current' }],
      deployments: [],
      hints: { channel: expect.any(String) },
    });
  });

  it('follows an installation until it is Healthy', async () => {
    await kubectl([
      ...['create', 'secret', 'generic', 'alexandria-auth'],
      `--namespace=${NAMESPACE}`,
      `--from-literal=jwt-secret=${CANARY}`,
      `--from-literal=admin-password=${CANARY}`,
    ]);
    // The kubelet that kwok plays leaves the pod alone until the annotation goes.
    const behaviour = 'test-rig.alexandriaproject.io/behaviour';
    const installed = await run(
      await helm(4),
      [
        ...['install', 'payments', CHART, `--namespace=${NAMESPACE}`],
        ...['--set', 'auth.existingSecret=alexandria-auth'],
        ...['--set', 'backstage.entityName=payments'],
        ...['--set-json', `podAnnotations={"${behaviour}":"waiting"}`],
      ],
      { env: { KUBECONFIG: cluster.kubeconfig } },
    );
    expect(installed).toMatchObject({ code: 0, stderr: '' });
    const waiting = await until(({ health }) => health !== 'Missing');
    expect(waiting.last.health).toBe('Progressing');
    await kubectl([
      ...['annotate', 'pods', '--all', `${behaviour}-`],
      `--namespace=${NAMESPACE}`,
    ]);
    const { seen, last } = await until(({ health }) => health === 'Healthy');
    expect(
      seen
        .map(({ health }) => health)
        .filter(health => !['Progressing', 'Healthy'].includes(health)),
    ).toEqual([]);
    expect(last.deployments).toEqual([
      expect.objectContaining({
        cluster: 'north',
        health: 'Healthy',
        deployment: {
          kind: 'Deployment',
          namespace: NAMESPACE,
          name: 'payments',
        },
        replicas: { wanted: 1, updated: 1, ready: 1, available: 1 },
      }),
    ]);
  });

  it('says what it would say of the whole objects', async () => {
    const kinds =
      'deployments,replicasets,pods,services,persistentvolumeclaims';
    const { items } = JSON.parse(
      await kubectl(['get', kinds, '-o=json', `--namespace=${NAMESPACE}`]),
    );
    const [{ findings, replicas, sentence }] = evaluate(
      { objects: items, now: new Date() },
      [floatingNode],
    );
    const { deployments } = await status();
    expect(deployments[0]).toMatchObject({ findings, replicas, sentence });
    expect(findings.map(({ code }) => code)).toContain('NodeSelectorMissing');
  });

  it("tells all of one Deployment, and of nobody else's", async () => {
    const details = (deployment: string, name = 'payments') =>
      ask(name, undefined, `deployments/${deployment}`);
    const { status: code, body } = await details(`north/${NAMESPACE}/payments`);
    expect(code).toBe(200);
    expect(deploymentDetailsSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      health: 'Healthy',
      pods: [{ object: { kind: 'Pod' }, health: 'Healthy' }],
    });
    const answers = await Promise.all([
      details(`south/${NAMESPACE}/payments`),
      details(`north/elsewhere/payments`),
      details(`north/${NAMESPACE}/other`),
      details(`north/${NAMESPACE}/payments`, 'other'),
      details(`north/${NAMESPACE}/payments`, 'unmarked'),
    ]);
    expect(answers.map(({ status: each }) => each)).toEqual(
      answers.map(() => 404),
    );
  });

  it('says that it is Suspended when somebody pauses it, and recovers', async () => {
    const deployment = ['deployment/payments', `--namespace=${NAMESPACE}`];
    await kubectl(['rollout', 'pause', ...deployment]);
    const paused = await until(({ health }) => health === 'Suspended');
    expect(paused.last).toMatchObject({ health: 'Suspended' });
    await kubectl(['rollout', 'resume', ...deployment]);
    const resumed = await until(({ health }) => health === 'Healthy');
    expect(resumed.last).toMatchObject({ health: 'Healthy' });
  });

  it.each([
    ['nobody', 'payments', mockCredentials.none.header(), 401],
    ['an entity that is not there', 'other', undefined, 404],
    ['an entity that names nothing', 'unmarked', undefined, 400],
  ])('refuses %s', async (_, name, credentials, code) => {
    const response = await ask(name, credentials);
    expect(response.status).toBe(code);
  });

  it('tells nothing to who may not read it', async () => {
    decision = AuthorizeResult.DENY;
    const response = await ask('payments');
    decision = AuthorizeResult.ALLOW;
    expect(response.status).toBe(403);
    expect(JSON.stringify(response.body)).not.toMatch(/Healthy|north/);
  });

  it('is Unknown once nobody answers, with what was last known', async () => {
    await cluster.stop();
    const refused = 'the connection failed (ECONNREFUSED)';
    const { seen, last } = await until(
      ({ clusters }) => clusters[0].message === refused,
    );
    expect(seen.map(({ health }) => health)).not.toContain('Missing');
    expect(last).toMatchObject({
      health: 'Unknown',
      partial: true,
      clusters: [{ condition: 'Failing', message: refused }],
      deployments: [
        { health: 'Unknown', lastKnownHealth: 'Healthy', stale: true },
      ],
    });
  });
});
