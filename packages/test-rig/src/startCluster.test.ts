import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { run } from './run';
import { Cluster, startCluster } from './startCluster';

const behaviour = 'test-rig.alexandriaproject.io/behaviour';
const stages = `
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: pod-image-missing
spec:
  resourceRef:
    apiGroup: v1
    kind: Pod
  selector:
    matchExpressions:
      - key: '.metadata.annotations["${behaviour}"]'
        operator: In
        values: [image-missing]
      - key: .metadata.deletionTimestamp
        operator: DoesNotExist
      - key: .status.containerStatuses
        operator: DoesNotExist
  next:
    statusTemplate: |
      containerStatuses:
      {{ range .spec.containers }}
      - name: {{ .name }}
        image: {{ .image }}
        ready: false
        restartCount: 0
        state: { waiting: { reason: ImagePullBackOff } }
      {{ end }}
`;

const containers = [
  { name: 'main', image: 'example/app:1' },
  { name: 'side', image: 'example/app:1' },
];

const named = (kind: string, apiVersion: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name: kind.toLowerCase(), namespace: 'sample' },
  spec,
});

const claim = (name: string, storageClassName?: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'sample' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName,
  },
});

describeWithTools('startCluster', ['cluster'], () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster({ stages });
    await cluster.createNamespace('sample', 'baseline');
  }, 90_000);

  afterAll(async () => {
    await cluster?.stop();
  }, 30_000);

  const must = async (args: string[], input?: string) => {
    const { stdout, stderr, code } = await cluster.kubectl(
      [...args, '--namespace=sample'],
      { input },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const apply = (...objects: object[]) =>
    must(
      ['apply', '-f', '-'],
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );
  const get = async (...args: string[]) =>
    JSON.parse(await must(['get', '--output=json', ...args]));

  it('has nodes that are Ready, of its own version', async () => {
    const { items } = await get('nodes');
    expect(
      items.map((node: { metadata: { name: string } }) => node.metadata.name),
    ).toEqual(cluster.nodes);
    expect(items[0].status.nodeInfo.kubeletVersion).toBe(`v${cluster.version}`);
  });

  it('brings up a Deployment on claims of both storage classes, and replaces its pods on a change', async () => {
    const deployment = (image: string) =>
      named('Deployment', 'apps/v1', {
        replicas: 2,
        selector: { matchLabels: { app: 'sample' } },
        template: {
          metadata: { labels: { app: 'sample' } },
          spec: {
            initContainers: [{ name: 'first', image }],
            containers,
            volumes: ['data', 'late'].map(name => ({
              name,
              persistentVolumeClaim: { claimName: name },
            })),
          },
        },
      });
    await apply(
      claim('data'),
      claim('late', 'waiting'),
      deployment('example/init:1'),
    );
    await must(['rollout', 'status', 'deployment/deployment', '--timeout=30s']);
    const { items } = await get('pods', '--selector=app=sample');
    expect(items).toHaveLength(2);
    expect(items[0].status).toMatchObject({
      phase: 'Running',
      podIP: expect.stringMatching(/^10\.244\./),
      initContainerStatuses: [{ state: { terminated: { exitCode: 0 } } }],
      containerStatuses: [{ ready: true }, { ready: true }],
    });

    await apply(deployment('example/init:2'));
    await must(['rollout', 'status', 'deployment/deployment', '--timeout=30s']);
    const sets = await get('replicasets');
    expect(
      sets.items
        .map((set: { spec: { replicas: number } }) => set.spec.replicas)
        .sort(),
    ).toEqual([0, 2]);
  });

  it('removes the volume of a claim that is deleted', async () => {
    await apply(claim('short'));
    await must([
      'wait',
      '--for=jsonpath={.status.phase}=Bound',
      '--timeout=30s',
      'pvc/short',
    ]);
    const { spec } = await get('pvc', 'short');
    await must(['delete', 'pvc', 'short', '--timeout=30s']);
    const volume = `pv/${spec.volumeName}`;
    await must(['wait', '--for=delete', '--timeout=30s', volume]);
    expect(await must(['get', 'pv', '--output=name'])).not.toContain(
      spec.volumeName,
    );
  });

  it('completes a Job', async () => {
    const spec = { restartPolicy: 'Never', containers };
    await apply(named('Job', 'batch/v1', { template: { spec } }));
    await must([
      'wait',
      '--for=condition=Complete',
      '--timeout=30s',
      'job/job',
    ]);
    expect((await get('job', 'job')).status).toMatchObject({ succeeded: 1 });
  });

  it('gives an autoscaled Deployment the least replicas at once', async () => {
    const labels = { app: 'scaled' };
    await apply(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'scaled', namespace: 'sample' },
        spec: {
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers } },
        },
      },
      named('HorizontalPodAutoscaler', 'autoscaling/v2', {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'scaled',
        },
        minReplicas: 3,
        maxReplicas: 5,
      }),
    );
    const three = '--for=jsonpath={.status.readyReplicas}=3';
    await must(['wait', three, '--timeout=30s', 'deployment/scaled']);
    expect(await must(['get', 'deployment', 'scaled'])).toContain('3/3');
  });

  it('scales by what pods say that they use, once it serves metrics', async () => {
    const labels = { app: 'loaded' };
    const annotations = { 'test-rig.alexandriaproject.io/cpu': '900m' };
    const resources = { requests: { cpu: '1' } };
    await apply(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'loaded', namespace: 'sample' },
        spec: {
          selector: { matchLabels: labels },
          template: {
            metadata: { labels, annotations },
            spec: {
              containers: [{ name: 'a', image: 'example/a:1', resources }],
            },
          },
        },
      },
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'loaded', namespace: 'sample' },
        spec: {
          scaleTargetRef: {
            ...{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'loaded' },
          },
          maxReplicas: 3,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: { type: 'Utilization', averageUtilization: 50 },
              },
            },
          ],
        },
      },
    );
    await cluster.serveMetrics();
    await must([
      ...['wait', '--for=jsonpath={.status.currentReplicas}=3'],
      ...['--timeout=40s', 'hpa/loaded'],
    ]);
    const { status } = await get('hpa', 'loaded');
    expect(status).toMatchObject({
      currentMetrics: [{ resource: { current: { averageUtilization: 90 } } }],
      conditions: expect.arrayContaining([
        expect.objectContaining({ type: 'ScalingActive', status: 'True' }),
      ]),
    });
    const top = await must(['top', 'pods', '--selector=app=loaded']);
    expect(top).toContain('900m');
  }, 90_000);

  it('leaves a pod to the stages of the behaviour that its annotation names', async () => {
    const pod = (name: string, annotations: object) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'sample', annotations },
      spec: { containers },
    });
    await apply(
      pod('failing', { [behaviour]: 'image-missing' }),
      pod('healthy', {}),
    );
    await must([
      'wait',
      '--for=condition=Ready',
      '--timeout=30s',
      'pod/healthy',
    ]);
    const { status } = await get('pod', 'failing');
    const waiting = {
      ready: false,
      state: { waiting: { reason: 'ImagePullBackOff' } },
    };
    expect(status).toMatchObject({
      phase: 'Pending',
      containerStatuses: [waiting, waiting],
    });
    await must(['delete', 'pod', 'failing', '--timeout=30s']);
  });

  it('says why kwok ended when it cannot read a stage', async () => {
    await expect(startCluster({ stages: 'kind: Stage' })).rejects.toThrow(
      'kwok ended with exit code 1',
    );
  }, 60_000);

  it('leaves no process and no file behind when it is stopped', async () => {
    const other = await startCluster({ nodes: 1 });
    const folder = dirname(other.kubeconfig);
    expect(other.nodes).toHaveLength(1);
    await other.stop();
    const { stdout } = await run('ps', ['-eww', '-o', 'args=']);
    expect(stdout).not.toContain(folder);
    expect(existsSync(folder)).toBe(false);
  }, 60_000);
});
