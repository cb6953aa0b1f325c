/** @jest-environment node */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  generateRepository,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import {
  describeWithTools,
  kubectl,
  run,
  type Tool,
} from '@alexandriaproject/test-rig';
import { startTestClusters } from './__testUtils__/startTestClusters';
import type { SampleClusters } from './startSampleClusters';

const NAMESPACE = 'library-dev';
const DEPLOYMENT = 'deployment/alexandria';

const instance = {
  name: 'library',
  owner: 'group:default/platform',
  environments: [{ name: 'dev', stage: 'development' }],
};

describeWithTools('kubectl with a sample cluster', ['kubectl-newest'], () => {
  let tool: Tool;
  let clusters: SampleClusters;
  let folder: string;

  beforeAll(async () => {
    tool = await kubectl('newest');
    clusters = await startTestClusters();
    folder = await mkdtemp(join(tmpdir(), 'sandbox-kubectl-'));
    const parsed = parseInstance(instance);
    if (!parsed.ok) {
      throw new Error(JSON.stringify(parsed.issues));
    }
    for (const { path, content } of generateRepository(parsed.value)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }, 120_000);
  afterAll(async () => {
    await clusters?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (args: string[], input?: string) =>
    run(tool, args, {
      input,
      cwd: folder,
      env: { KUBECONFIG: clusters.kubeconfig },
    });

  async function must(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await ask(args);
    if (code !== 0) {
      throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
    }
    return stdout;
  }

  const inNamespace = (...args: string[]) =>
    must(...args, `--namespace=${NAMESPACE}`);

  const overlay = ['-k', 'k8s/overlays/dev'];

  it('shows what is there', async () => {
    expect(await must('get', 'all', '-n', 'treasury-assistant-prod')).toMatch(
      /pod\/alexandria-.*deployment\.apps\/alexandria/s,
    );
    expect(await must('get', 'nodes')).toContain('north-3');
    expect(await must('--context=south', 'get', 'nodes')).toContain('south-3');
    expect(
      await must('describe', 'pods', '-n', 'fraud-analyst-prod'),
    ).toContain('Back-off restarting failed container orchestrator');
    expect(
      await must('events', '-n', 'fraud-analyst-prod', '--types=Warning'),
    ).toContain('BackOff');
  });

  it('creates what the next steps tell people to create', async () => {
    await must('create', 'namespace', NAMESPACE);
    await inNamespace(
      ...['create', 'secret', 'generic', 'alexandria-auth'],
      ...['--from-literal=jwt-secret=a', '--from-literal=admin-password=b'],
    );
    expect(
      await inNamespace(
        ...[
          'get',
          'secret',
          'alexandria-auth',
          '-o=jsonpath={.data.jwt-secret}',
        ],
      ),
    ).toBe(Buffer.from('a').toString('base64'));
  });

  it('applies a generated overlay on the server, and finds nothing to change then', async () => {
    await must('apply', '--server-side', ...overlay);
    // A controller makes it a moment after the namespace.
    await inNamespace('wait', '--for=create', 'serviceaccount/default');
    const versions = () =>
      inNamespace(
        ...['get', 'deployments,services,configmaps,serviceaccounts'],
        '-o=jsonpath={.items[*].metadata.generation} {.items[*].metadata.uid}',
      );
    const before = await versions();
    expect(await must('diff', '--server-side', ...overlay)).toBe('');
    await must('apply', '--server-side', ...overlay);
    expect(await versions()).toBe(before);
  });

  it('waits for the rollout, which ends', async () => {
    expect(await inNamespace('rollout', 'status', DEPLOYMENT)).toContain(
      'successfully rolled out',
    );
  });

  it('tells who manages a field that is applied with another value', async () => {
    await inNamespace('set', 'image', DEPLOYMENT, 'api=example.com/api:v2');
    const { code, stderr } = await ask(['apply', '--server-side', ...overlay]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(
      /Apply failed with 1 conflict: conflict with "kubectl-set" using apps\/v1.*: \.spec\.template\.spec\.containers\[name="api"\]\.image/,
    );
    await must('apply', '--server-side', '--force-conflicts', ...overlay);
  });

  it('does what remedies tell people to do', async () => {
    await inNamespace('rollout', 'restart', DEPLOYMENT);
    await inNamespace('rollout', 'status', DEPLOYMENT);
    await inNamespace('rollout', 'undo', DEPLOYMENT);
    await inNamespace('rollout', 'pause', DEPLOYMENT);
    await inNamespace('rollout', 'resume', DEPLOYMENT);
    await inNamespace('scale', '--replicas=0', DEPLOYMENT);
    await inNamespace(
      ...['wait', '--for=jsonpath={.spec.replicas}=0', DEPLOYMENT],
    );
    await inNamespace('scale', '--replicas=1', DEPLOYMENT);
    expect(
      await inNamespace('wait', '--for=condition=Available', DEPLOYMENT),
    ).toContain('condition met');
  });

  it('applies a generated overlay in the client, and deletes it', async () => {
    await must('apply', ...overlay);
    await must('apply', ...overlay);
    await must('delete', ...overlay);
    await must('delete', 'namespace', NAMESPACE);
    const { code } = await ask(['get', 'namespace', NAMESPACE]);
    expect(code).not.toBe(0);
  });
});
