/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeWithTools,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import { comparedResources } from '../drift/comparedResources';
import { watchedResources } from './watchedResources';

const manifest = (tier: number | 'drift') =>
  readFileSync(
    join(
      __dirname,
      `../../rbac/${tier === 'drift' ? tier : `tier-${tier}`}.yaml`,
    ),
    'utf8',
  );
const READER = 'system:serviceaccount:backstage:alexandria-reader';

interface Rule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
}

describeWithTools('the manifests in rbac', ['control-plane'], () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.createNamespace('alexandria');
    await kubectl(['apply', '-f', '-'], manifest(0));
  }, 90_000);
  afterAll(() => plane?.stop());

  async function kubectl(args: string[], input: string): Promise<string> {
    const { code, stdout, stderr } = await plane.kubectl(args, { input });
    if (code !== 0) {
      throw new Error(stderr);
    }
    return stdout;
  }

  const canI = async (...args: string[]) =>
    (await plane.kubectl(['auth', 'can-i', ...args, `--as=${READER}`])).stdout
      .trim()
      .split('\n')
      .pop();

  /** What the API server itself says that somebody may do. */
  async function allowedTo(user: string): Promise<string[]> {
    const review = await kubectl(
      [
        ...['create', '-f', '-', '--validate=false', '--output=json'],
        `--as=${user}`,
      ],
      JSON.stringify({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectRulesReview',
        spec: { namespace: 'anywhere' },
      }),
    );
    const { resourceRules }: { resourceRules: Rule[] } =
      JSON.parse(review).status;
    return resourceRules.flatMap(
      ({ verbs, apiGroups = [], resources = [], resourceNames = ['*'] }) =>
        apiGroups.flatMap(group =>
          resources.flatMap(resource =>
            verbs.map(verb => `${verb} ${resource}.${group} ${resourceNames}`),
          ),
        ),
    );
  }

  it('0: allow to list and watch what is watched, to get what of that is compared, to list events, and nothing else', async () => {
    const [reader, anybody] = await Promise.all(
      [READER, 'system:serviceaccount:backstage:default'].map(allowedTo),
    );
    const needed = watchedResources.flatMap(type =>
      [
        ...(comparedResources.includes(type) ? ['get'] : []),
        ...['list', 'watch'],
      ].map(verb => `${verb} ${type.resource}.${type.group} *`),
    );
    expect(reader.filter(rule => !anybody.includes(rule)).sort()).toEqual(
      [...needed, 'list events. *'].sort(),
    );
  });

  it.each([
    ['list', 'pods', '--all-namespaces', 'yes'],
    ['get', 'secrets', '--all-namespaces', 'no'],
    ['list', 'secrets', '--all-namespaces', 'no'],
    ['watch', 'secrets', '--namespace=backstage', 'no'],
    ['get', 'secrets/alexandria-auth', '--namespace=backstage', 'no'],
    ['get', 'configmaps', '--all-namespaces', 'no'],
    ['get', 'serviceaccounts', '--all-namespaces', 'no'],
    ['get', 'pods', '--all-namespaces', 'no'],
    ['get', 'pods/log', '--all-namespaces', 'no'],
    ['create', 'pods/exec', '--all-namespaces', 'no'],
    ['patch', 'deployments.apps', '--all-namespaces', 'no'],
    ['delete', 'pods', '--all-namespaces', 'no'],
    ['create', 'serviceaccounts/token', '--namespace=backstage', 'no'],
  ])('0: %s %s %s: %s', async (verb, resource, where, expected) => {
    expect(await canI(verb, resource, where)).toBe(expected);
  });

  it('0: let the heartbeat through', async () => {
    expect(await canI('get', '/version')).toBe('yes');
  });

  describe('drift', () => {
    const NAMESPACE = '--namespace=alexandria';
    const byName = comparedResources.filter(
      type => !watchedResources.includes(type),
    );

    beforeAll(async () => {
      await kubectl(['apply', '-f', '-'], manifest('drift'));
    });
    afterAll(() => kubectl(['delete', '-f', '-'], manifest('drift')));

    it('names every kind that is compared and not watched', () => {
      expect(byName.map(({ resource }) => resource).sort()).toEqual([
        ...['configmaps', 'networkpolicies'],
        ...['serviceaccounts', 'servicemonitors'],
      ]);
    });

    it.each([
      ['get', 'configmaps/alexandria-config', NAMESPACE, 'yes'],
      ['get', 'configmaps/alexandria-nginx', NAMESPACE, 'yes'],
      ['get', 'serviceaccounts/alexandria', NAMESPACE, 'yes'],
      [
        ...['get', 'networkpolicies.networking.k8s.io/alexandria'],
        ...[NAMESPACE, 'yes'],
      ],
      ['get', 'configmaps/other', NAMESPACE, 'no'],
      ['list', 'configmaps', NAMESPACE, 'no'],
      ['get', 'configmaps/alexandria-config', '--namespace=backstage', 'no'],
      ['patch', 'configmaps/alexandria-config', NAMESPACE, 'no'],
      ['create', 'serviceaccounts/token', NAMESPACE, 'no'],
      ['get', 'secrets/alexandria-auth', NAMESPACE, 'no'],
    ])('%s %s %s: %s', async (verb, resource, where, expected) => {
      expect(await canI(verb, resource, where)).toBe(expected);
    });
  });

  describe.each([
    [1, ['yes', 'no']],
    [2, ['yes', 'yes']],
  ])('%i', (tier, [named, other]) => {
    const NAMESPACE = '--namespace=alexandria';

    beforeAll(async () => {
      await kubectl(['apply', '-f', '-'], manifest(tier));
    });
    afterAll(() => kubectl(['delete', '-f', '-'], manifest(tier)));

    it.each([
      ['get', 'secrets/alexandria-auth', NAMESPACE, named],
      ['get', 'secrets/alexandria-tls', NAMESPACE, named],
      ['get', 'secrets/other', NAMESPACE, other],
      ['get', 'secrets/alexandria-auth', '--namespace=backstage', 'no'],
      ['list', 'secrets', NAMESPACE, 'no'],
      ['watch', 'secrets', NAMESPACE, 'no'],
      ['patch', 'secrets/alexandria-auth', NAMESPACE, 'no'],
      ['get', 'configmaps', NAMESPACE, 'no'],
    ])('%s %s %s: %s', async (verb, resource, where, expected) => {
      expect(await canI(verb, resource, where)).toBe(expected);
    });
  });
});
