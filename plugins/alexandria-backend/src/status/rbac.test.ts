/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeWithTools,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import { watchedResources } from './watchedResources';

const TIER_0 = join(__dirname, '../../rbac/tier-0.yaml');
const READER = 'system:serviceaccount:backstage:alexandria-reader';

interface Rule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
}

describeWithTools('rbac/tier-0.yaml', ['control-plane'], () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane();
    await kubectl(['apply', '-f', '-'], readFileSync(TIER_0, 'utf8'));
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

  it('allows to list and watch what is watched, to list events, and nothing else', async () => {
    const [reader, anybody] = await Promise.all(
      [READER, 'system:serviceaccount:backstage:default'].map(allowedTo),
    );
    const needed = watchedResources.flatMap(({ group, resource }) =>
      ['list', 'watch'].map(verb => `${verb} ${resource}.${group} *`),
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
    ['get', 'pods/log', '--all-namespaces', 'no'],
    ['create', 'pods/exec', '--all-namespaces', 'no'],
    ['patch', 'deployments.apps', '--all-namespaces', 'no'],
    ['delete', 'pods', '--all-namespaces', 'no'],
    ['create', 'serviceaccounts/token', '--namespace=backstage', 'no'],
  ])('%s %s %s: %s', async (verb, resource, where, expected) => {
    expect(await canI(verb, resource, where)).toBe(expected);
  });

  it('lets the heartbeat through', async () => {
    expect(await canI('get', '/version')).toBe('yes');
  });
});
