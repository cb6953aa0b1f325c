/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeWithTools,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import type { SecretTier } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { ClusterModel } from '../status/ClusterModel';
import { createTransport } from '../watch/createTransport';
import type { Transport } from '../watch/Transport';

const CANARY = 'canary-41d7-value';
const ENCODED = Buffer.from(CANARY).toString('base64');

/** The namespace and the names that the shipped manifests speak of. */
const NAMESPACE = 'alexandria';
const AUTH = 'alexandria-auth';

const rbac = (tier: SecretTier) =>
  readFileSync(join(__dirname, `../../rbac/tier-${tier}.yaml`), 'utf8');

const variable = (name: string, secret: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

const labels = { app: 'a', 'app.kubernetes.io/part-of': 'alexandria' };

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'alexandria', namespace: NAMESPACE, labels },
  spec: {
    selector: { matchLabels: { app: 'a' } },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          {
            ...{ name: 'api', image: 'api:v1' },
            env: [
              variable('JWT', AUTH, 'jwt-secret'),
              variable('PASSWORD', AUTH, 'admin-password'),
              variable('OTHER', 'not-in-the-role', 'key'),
            ],
          },
        ],
      },
    },
  },
};

describeWithTools('the tiers of Secrets', ['control-plane'], () => {
  let plane: ControlPlane;
  let stop: AbortController;

  async function kubectl(args: string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await plane.kubectl(args, { input });
    if (code !== 0) {
      throw new Error(stderr);
    }
    return stdout.trim();
  }

  // Without --server-side it keeps what was applied, values too, in an annotation, which is metadata.
  const apply = (input: string) =>
    kubectl(['apply', '--server-side', '-f', '-'], input);

  const writeSecret = (name: string, values: Record<string, string>) =>
    apply(
      JSON.stringify({
        ...{ apiVersion: 'v1', kind: 'Secret' },
        metadata: { name, namespace: NAMESPACE },
        stringData: values,
      }),
    );

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.createNamespace(NAMESPACE);
    await apply(rbac(0));
    await apply(JSON.stringify(deployment));
  }, 90_000);
  afterAll(() => plane?.stop());

  beforeEach(async () => {
    stop = new AbortController();
    await writeSecret(AUTH, { 'jwt-secret': CANARY });
    await writeSecret('not-in-the-role', { key: CANARY });
  });
  afterEach(async () => {
    stop.abort();
    await kubectl([
      ...[
        'delete',
        'secrets,rolebindings',
        `--namespace=${NAMESPACE}`,
        '--all',
      ],
    ]);
  });

  /** A model of the cluster as the account of rbac/tier-0.yaml sees it, and all that was sent to it of Secrets. */
  async function watchAs(secretTier: SecretTier) {
    const token = await kubectl([
      ...['create', 'token', 'alexandria-reader', '--namespace=backstage'],
    ]);
    let sent = '';
    const transport = createTransport(async () => {
      const { KubeConfig } = await import('@kubernetes/client-node');
      const config = new KubeConfig();
      config.loadFromFile(plane.kubeconfig);
      config.users = [{ name: config.users[0].name, token }];
      return config;
    });
    const recording: Transport = {
      async get(path, ...rest) {
        const response = await transport.get(path, ...rest);
        if (!path.includes('/secrets')) {
          return response;
        }
        async function* recorded() {
          for await (const chunk of response.body) {
            sent += Buffer.from(chunk).toString('utf8');
            yield chunk;
          }
        }
        return { ...response, body: recorded() };
      },
    };
    const model = new ClusterModel({
      ...{ name: 'north', transport: recording, secretTier },
    });
    model.run(stop.signal);

    const verdict = () => {
      const [first] = model.said.of(NAMESPACE);
      expect(JSON.stringify(first ?? {})).not.toContain(CANARY);
      expect(JSON.stringify(first ?? {})).not.toContain(ENCODED);
      return first;
    };
    async function until(isSo: (said: string) => boolean) {
      const deadline = Date.now() + 30_000;
      const now = () =>
        JSON.stringify({
          secrets: verdict()?.secrets,
          codes: verdict()?.findings.map(
            ({ code, title }) => `${code} ${title}`,
          ),
        });
      while (!isSo(now()) && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      return JSON.parse(now());
    }
    return { until, sent: () => sent };
  }

  it('0: asks for none', async () => {
    const { until, sent } = await watchAs(0);
    const { secrets } = await until(said => said.includes(AUTH));
    expect(secrets).toEqual([
      expect.objectContaining({ name: AUTH, tier: 0, presence: 'unknown' }),
      expect.objectContaining({ name: 'not-in-the-role', tier: 0 }),
    ]);
    expect(sent()).toBe('');
  });

  it.each([1, 2] as const)(
    '%i: tells what is missing until it is there',
    async tier => {
      await apply(rbac(tier));
      const { until, sent } = await watchAs(tier);
      const before = await until(said => said.includes('SecretKeyMissing'));
      expect(before.codes.join()).toMatch(/SecretKeyMissing.*admin-password/);
      expect(before.secrets[0]).toMatchObject({
        ...{ name: AUTH, tier, presence: 'present', source: 'existing' },
        keys: [
          { key: 'jwt-secret', state: 'present' },
          { key: 'admin-password', state: 'absent' },
        ],
        writtenAt: expect.any(String),
      });

      await writeSecret(AUTH, { 'jwt-secret': CANARY, 'admin-password': '' });
      // Whoever mends it makes the pods anew.
      await kubectl([
        ...['label', 'deployment', 'alexandria', `mended=in-tier-${tier}`],
        ...[`--namespace=${NAMESPACE}`, '--overwrite'],
      ]);
      const after = await until(said => !said.includes('SecretKeyMissing'));
      expect(after.secrets[0].keys[1]).toMatchObject({
        key: 'admin-password',
        state: tier === 1 ? 'present' : 'empty',
      });
      const held = after.codes.join();
      expect(held.includes('SecretKeyEmpty')).toBe(tier === 2);
      expect(sent().includes(ENCODED)).toBe(tier === 2);
    },
    60_000,
  );

  it('1: says of a Secret that the Role does not name that it may not be read', async () => {
    await apply(rbac(1));
    const { until, sent } = await watchAs(1);
    const { codes, secrets } = await until(said =>
      said.includes('kind Secret'),
    );
    expect(codes).toContainEqual(
      'KindUnreadable Objects of kind Secret may not be read',
    );
    expect(secrets[1]).toMatchObject({ name: 'not-in-the-role', tier: 0 });
    expect(sent()).not.toContain(CANARY);
  });
});
