import {
  ControlPlane,
  describeWithTools,
  startControlPlane,
} from '@alexandriaproject/test-rig';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { CANARY, cli, useFolder } from '../../__testUtils__/cli';

const folder = useFolder();
const NOW = '2026-11-24T03:00:00Z';

const MANIFESTS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: library, namespace: team }
spec:
  selector: { matchLabels: { app: library } }
  template:
    metadata: { labels: { app: library } }
    spec: { containers: [{ name: api, image: 'r/ee-api:v1.0.0' }] }
---
apiVersion: v1
kind: Secret
metadata: { name: auth, namespace: team }
stringData: { jwt-secret: ${CANARY} }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: reader, namespace: team }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: team }
rules:
  - { apiGroups: [apps], resources: [deployments, replicasets], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader, namespace: team }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: reader, namespace: team }]
`;

const HEALTHY = {
  status: {
    observedGeneration: 1,
    replicas: 1,
    updatedReplicas: 1,
    readyReplicas: 1,
    availableReplicas: 1,
  },
};

interface Kubeconfig {
  'current-context': string;
  clusters: { cluster: { server: string } }[];
  users: { user: object }[];
}

describeWithTools('diagnose of a cluster', ['control-plane'], () => {
  const before = process.env.KUBECONFIG;
  let plane: ControlPlane;
  let config: Kubeconfig;

  const kubectl = async (args: string[], input?: string) => {
    const { code, stdout, stderr } = await plane.kubectl(args, { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };

  const diagnose = async (...args: string[]) => {
    const said = await cli([
      ...['diagnose', '--output', 'json', '--now', NOW],
      ...args,
    ]);
    return { ...said, report: JSON.parse(said.stdout || 'null') };
  };

  beforeAll(async () => {
    plane = await startControlPlane();
    config = parse(readFileSync(plane.kubeconfig, 'utf8'));
    await plane.createNamespace('team');
    await kubectl(['apply', '-f', '-'], MANIFESTS);
  }, 90_000);

  afterAll(async () => {
    await plane?.stop();
  });

  beforeEach(() => {
    process.env.KUBECONFIG = plane.kubeconfig;
  });

  afterEach(() => {
    if (before === undefined) {
      delete process.env.KUBECONFIG;
    } else {
      process.env.KUBECONFIG = before;
    }
  });

  const using = (changed: Kubeconfig) => {
    process.env.KUBECONFIG = folder.file('kubeconfig', stringify(changed));
  };

  it('says of what is there how it is', async () => {
    const { code, stderr, report } = await diagnose(
      ...['--context', config['current-context'], '--namespace', 'team'],
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(report).toMatchObject({
      deployments: [
        {
          name: 'library',
          health: 'Progressing',
          findings: [{ code: 'RolloutInProgress' }],
        },
      ],
      objects: [{ kind: 'Deployment', name: 'library' }],
    });
  });

  it('ends with 0 once all is healthy', async () => {
    await kubectl([
      ...['patch', 'deployment', 'library', '-n', 'team'],
      ...[
        '--subresource=status',
        '--type=merge',
        '-p',
        JSON.stringify(HEALTHY),
      ],
    ]);
    expect(await diagnose('--namespace', 'team')).toMatchObject({
      code: 0,
      stderr: '',
      report: { deployments: [{ health: 'Healthy', findings: [] }] },
    });
  });

  it('says what it may not read, and calls nothing healthy that depends on it', async () => {
    const token = await kubectl(['create', 'token', 'reader', '-n', 'team']);
    using({ ...config, users: [{ ...config.users[0], user: { token } }] });
    const { code, stderr, report } = await diagnose('--namespace', 'team');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'objects of kind Pod could not be read (forbidden)',
    );
    expect(stderr).not.toContain(token);
    expect(report.deployments).toMatchObject([{ health: 'Unknown' }]);
    expect(report.deployments[0].findings).toContainEqual(
      expect.objectContaining({
        code: 'KindUnreadable',
        title: 'Objects of kind Pod may not be read',
      }),
    );
  });

  it('reads no Secret', async () => {
    const { stdout, stderr } = await diagnose('--namespace', 'team');
    expect(stdout).not.toMatch(/Secret/);
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it('does not take silence for health', async () => {
    const [{ cluster, ...rest }] = config.clusters;
    using({
      ...config,
      clusters: [
        { ...rest, cluster: { ...cluster, server: 'https://127.0.0.1:1' } },
      ],
    });
    const { code, stderr } = await diagnose('--namespace', 'team');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'objects of kind Deployment could not be read (unreachable)',
    );
  });

  it('says when a namespace has nothing to judge', async () => {
    const { code, stderr } = await diagnose('--namespace', 'default');
    expect(code).toBe(1);
    expect(stderr).toContain('namespace default has no Deployment');
  });

  it('ends with 2 for a context that there is not', async () => {
    const { code, stderr } = await diagnose('--context', 'nowhere');
    expect(code).toBe(2);
    expect(stderr).toContain(
      `no context nowhere, only: ${config['current-context']}`,
    );
  });

  it('ends with 2 when asked for files and a cluster', async () => {
    const { code, stderr } = await diagnose('-f', '-', '--context', 'a');
    expect(code).toBe(2);
    expect(stderr).toContain('either files (-f) or a cluster');
  });
});
