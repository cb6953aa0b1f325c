/** @jest-environment node */
import { NAMESPACE, Simulation } from '../__testUtils__/Simulation';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { behaving, exposed, replicated, scaled } from '../samples/parts';
import type { Deployment, Pod, ReplicaSet } from './workloads';

const deploymentOf = (simulation: Simulation) =>
  simulation.get<Deployment>('Deployment');

const pods = (simulation: Simulation) =>
  simulation
    .list<Pod>('Pod')
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined);

const stateOf = ({ status }: Pod, container: string) =>
  [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ].find(({ name }) => name === container)!;

const condition = (object: KubernetesObject, type: string) =>
  (object.status as Deployment['status']).conditions?.find(
    each => each.type === type,
  );

const reasons = (simulation: Simulation) =>
  new Set(simulation.list('Event').map(({ reason }) => reason));

const tag = (text: string) => ({ image: { api: { tag: text } } });

describe('what goes on in a sample cluster', () => {
  let simulation: Simulation;
  beforeEach(() => {
    simulation = new Simulation();
  });

  it('starts a pod: scheduled, init containers, running, ready', () => {
    simulation.hands.install();
    const phases: string[] = [];
    simulation.run(20, () => {
      const [pod] = pods(simulation);
      const ready = pod && condition(pod, 'Ready')?.status;
      const step = pod ? `${pod.status.phase} ${ready ?? '-'}` : 'none';
      if (phases[phases.length - 1] !== step) {
        phases.push(step);
      }
    });
    expect(phases).toEqual([
      ...['Pending -', 'Pending False', 'Running False', 'Running True'],
    ]);
    const [pod] = pods(simulation);
    expect(pod.spec.nodeName).toMatch(/^test-\d$/);
    expect(stateOf(pod, 'config-init').state.terminated?.exitCode).toBe(0);
    expect(pod.status.containerStatuses!.map(({ name }) => name)).toEqual(
      [...['dashboard', 'api', 'orchestrator']].sort(
        (a, b) =>
          pod.spec.containers.findIndex(({ name }) => name === a) -
          pod.spec.containers.findIndex(({ name }) => name === b),
      ),
    );
    expect(deploymentOf(simulation).status).toMatchObject({
      ...{ replicas: 1, updatedReplicas: 1, readyReplicas: 1 },
      ...{ availableReplicas: 1, observedGeneration: 1 },
    });
    expect(condition(deploymentOf(simulation), 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
    });
    expect([...reasons(simulation)]).toEqual(
      expect.arrayContaining([
        ...['Scheduled', 'SuccessfulCreate', 'ScalingReplicaSet', 'Started'],
      ]),
    );
  });

  it('gives it a volume, an address and endpoints', () => {
    simulation.hands.install(exposed('library.example.com'));
    simulation.run(20);
    const claim = simulation.get('PersistentVolumeClaim', 'alexandria-data');
    expect(claim).toMatchObject({
      spec: { storageClassName: 'standard', volumeName: expect.any(String) },
      status: { phase: 'Bound' },
    });
    expect(simulation.get('Ingress')).toMatchObject({
      status: { loadBalancer: { ingress: [{ ip: expect.any(String) }] } },
    });
    expect(simulation.list('EndpointSlice')).toEqual([
      expect.objectContaining({
        endpoints: [
          expect.objectContaining({
            conditions: { ready: true, serving: true, terminating: false },
          }),
        ],
      }),
    ]);
  });

  it('rolls out without ever having fewer than it may', () => {
    simulation.hands.install(replicated, { replicaCount: 4 });
    simulation.run(30);
    simulation.hands.install(replicated, { replicaCount: 4 }, tag('v2'));
    let least = Infinity;
    let most = 0;
    simulation.run(90, () => {
      const { availableReplicas = 0 } = deploymentOf(simulation).status;
      least = Math.min(least, availableReplicas);
      most = Math.max(most, pods(simulation).length);
    });
    const { maxSurge, maxUnavailable } =
      deploymentOf(simulation).spec.strategy.rollingUpdate!;
    expect([maxSurge, maxUnavailable]).toEqual([1, 0]);
    expect([least, most]).toEqual([4, 5]);
    expect(
      pods(simulation).every(({ spec }) =>
        spec.containers.some(({ image }) => image.endsWith(':v2')),
      ),
    ).toBe(true);
    expect(
      simulation
        .list<ReplicaSet>('ReplicaSet')
        .map(({ metadata, spec }) => [
          metadata.annotations?.['deployment.kubernetes.io/revision'],
          spec.replicas,
        ])
        .sort(),
    ).toEqual([
      ['1', 0],
      ['2', 4],
    ]);
  });

  it('ends all before it starts any, where the strategy says so', () => {
    simulation.hands.install();
    simulation.run(20);
    expect(deploymentOf(simulation).spec.strategy.type).toBe('Recreate');
    simulation.hands.install(tag('v2'));
    let most = 0;
    simulation.run(30, () => {
      most = Math.max(most, simulation.list('Pod').length);
    });
    expect(most).toBe(1);
    expect(deploymentOf(simulation).status.availableReplicas).toBe(1);
  });

  it('goes back to a revision that was there', () => {
    simulation.hands.install();
    simulation.run(20);
    simulation.hands.install(tag('v2'));
    simulation.run(20);
    simulation.hands.install();
    simulation.run(20);
    expect(
      simulation
        .list<ReplicaSet>('ReplicaSet')
        .filter(({ spec }) => spec.replicas > 0)
        .map(
          ({ metadata }) =>
            metadata.annotations?.['deployment.kubernetes.io/revision'],
        ),
    ).toEqual(['3']);
  });

  it('does nothing while it is paused', () => {
    simulation.hands.install();
    simulation.run(20);
    simulation.hands.change('kubectl-rollout', { paused: true });
    simulation.hands.install(tag('v2'));
    simulation.run(20);
    expect(simulation.list('ReplicaSet')).toHaveLength(1);
    expect(condition(deploymentOf(simulation), 'Progressing')).toMatchObject({
      reason: 'DeploymentPaused',
    });
  });

  it('scales to zero and back', () => {
    simulation.hands.install();
    simulation.run(20);
    simulation.hands.change('kubectl', { replicas: 0 }, 'scale');
    simulation.run(10);
    expect(simulation.list('Pod')).toEqual([]);
    simulation.hands.change('kubectl', { replicas: 1 }, 'scale');
    simulation.run(20);
    expect(deploymentOf(simulation).status.readyReplicas).toBe(1);
  });

  it.each([
    [
      'an image of a registry that is not there',
      { image: { api: { repository: 'registry.invalid/api', tag: 'v1' } } },
      'api',
      {
        waiting: {
          reason: 'ImagePullBackOff',
          message: expect.stringContaining('no such host'),
        },
      },
    ],
    [
      'a Secret that is not there',
      { auth: { existingSecret: 'none' } },
      'api',
      {
        waiting: {
          reason: 'CreateContainerConfigError',
          message: 'secret "none" not found',
        },
      },
    ],
    [
      'a key that a Secret does not have',
      { config: { database: { existingSecret: 'alexandria-auth' } } },
      'api',
      {
        waiting: {
          reason: 'CreateContainerConfigError',
          message: `couldn't find key database-url in Secret ${NAMESPACE}/alexandria-auth`,
        },
      },
    ],
  ])('says what a kubelet says of %s', (_, values, container, state) => {
    simulation.hands.install(values);
    simulation.run(25);
    const [pod] = pods(simulation);
    expect(stateOf(pod, container).state).toEqual(state);
    simulation.jump(11);
    expect(condition(deploymentOf(simulation), 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
    });
  });

  it('starts a container once its Secret is there', () => {
    simulation.hands.install({ auth: { existingSecret: 'late' } });
    simulation.run(10);
    simulation.hands.secret('late', 'jwt-secret', 'admin-password');
    simulation.run(15);
    expect(deploymentOf(simulation).status.readyReplicas).toBe(1);
  });

  it('restarts what crashes, after longer and longer', () => {
    simulation.hands.install(
      behaving({
        ...{ behaviour: 'CrashLoopBackOff', container: 'orchestrator' },
        ...{ 'exit-code': '3', message: 'no models' },
      }),
    );
    simulation.run(60);
    const before = stateOf(pods(simulation)[0], 'orchestrator').restartCount;
    simulation.jump(20);
    const after = stateOf(pods(simulation)[0], 'orchestrator');
    expect(after).toMatchObject({
      ready: false,
      lastState: {
        terminated: { exitCode: 3, reason: 'Error', message: 'no models' },
      },
    });
    expect(after.restartCount).toBeGreaterThan(before);
    expect(after.restartCount).toBeLessThan(15);
  });

  it('says of a killed container that it was for its memory', () => {
    simulation.hands.install(
      behaving({ behaviour: 'OOMKilled', container: 'orchestrator' }),
    );
    simulation.run(30);
    expect(
      stateOf(pods(simulation)[0], 'orchestrator').lastState.terminated,
    ).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });

  it.each([
    [
      'no node is selected',
      { nodeSelector: { pool: 'none' } },
      /^0\/3 nodes are available: 3 node\(s\) didn't match Pod's node affinity\/selector\./,
    ],
    [
      'no node has enough',
      {
        resources: {
          api: { requests: { memory: '100Gi' }, limits: { memory: '100Gi' } },
        },
      },
      /^0\/3 nodes are available: 3 Insufficient memory\./,
    ],
    [
      'the claim has no volume',
      { persistence: { storageClass: 'none' } },
      /unbound immediate PersistentVolumeClaims/,
    ],
    [
      'there is no claim',
      { persistence: { existingClaim: 'none' } },
      /persistentvolumeclaim "none" not found/,
    ],
  ])('schedules no pod when %s', (_, values, message) => {
    simulation.hands.install(values);
    simulation.run(5);
    expect(condition(pods(simulation)[0], 'PodScheduled')).toMatchObject({
      ...{ status: 'False', reason: 'Unschedulable' },
      message: expect.stringMatching(message),
    });
    expect(reasons(simulation)).toContain('FailedScheduling');
  });

  describe('the autoscaler', () => {
    const hpa = () => simulation.get('HorizontalPodAutoscaler');

    it('has as many replicas as the demand needs, between its bounds', () => {
      simulation.hands.install(scaled(1, 5), behaving({ demand: '2.4' }));
      const seen = new Set<number>();
      simulation.run(600, () =>
        seen.add(deploymentOf(simulation).spec.replicas),
      );
      expect(Math.max(...seen)).toBeGreaterThan(
        Math.min(...[...seen].slice(1)),
      );
      expect(Math.max(...seen)).toBeLessThanOrEqual(5);
      expect(condition(hpa(), 'ScalingActive')).toMatchObject({
        status: 'True',
      });
      const scaling = deploymentOf(simulation).metadata.managedFields!.filter(
        ({ subresource }) => subresource === 'scale',
      );
      expect(scaling).toHaveLength(1);
    });

    it('says when it would need more', () => {
      simulation.hands.install(scaled(1, 3), behaving({ demand: '8' }));
      simulation.run(120);
      expect(condition(hpa(), 'ScalingLimited')).toMatchObject({
        ...{ status: 'True', reason: 'TooManyReplicas' },
      });
      expect(hpa()).toMatchObject({
        status: {
          currentReplicas: 3,
          currentMetrics: [{ type: 'ContainerResource' }],
        },
      });
    });

    it('says when it gets no metrics', () => {
      simulation.hands.install(scaled(1, 3), behaving({ metrics: 'none' }));
      simulation.run(60);
      expect(condition(hpa(), 'ScalingActive')).toMatchObject({
        ...{ status: 'False', reason: 'FailedGetContainerResourceMetric' },
      });
    });
  });

  describe('secrets', () => {
    const fetched = {
      auth: { existingSecret: '' },
      externalSecrets: {
        enabled: true,
        secretStoreKind: 'ClusterSecretStore' as const,
      },
    };
    const external = () => simulation.list('ExternalSecret')[0];

    it('are fetched from a store that there is', () => {
      simulation.hands.install({
        ...fetched,
        externalSecrets: {
          ...fetched.externalSecrets,
          secretStoreName: 'vault',
        },
      });
      simulation.run(20);
      expect(condition(external(), 'Ready')).toMatchObject({ status: 'True' });
      expect(deploymentOf(simulation).status.readyReplicas).toBe(1);
    });

    it('are not fetched from one that there is not', () => {
      simulation.hands.install({
        ...fetched,
        externalSecrets: {
          ...fetched.externalSecrets,
          secretStoreName: 'none',
        },
      });
      simulation.run(20);
      expect(condition(external(), 'Ready')).toMatchObject({
        ...{ status: 'False', reason: 'SecretSyncedError' },
        message: expect.stringContaining('"none" not found'),
      });
    });

    it('that are certificates are issued for an Ingress that asks', () => {
      simulation.hands.install(exposed('library.example.com'));
      simulation.run(10);
      const certificate = simulation.get('Certificate', 'alexandria-tls');
      expect(condition(certificate, 'Ready')).toMatchObject({ status: 'True' });
      const { data, type } = simulation.get<
        KubernetesObject & { data: Record<string, string> }
      >('Secret', 'alexandria-tls');
      expect(type).toBe('kubernetes.io/tls');
      expect(Buffer.from(data['tls.crt'], 'base64').toString()).toContain(
        'BEGIN CERTIFICATE',
      );
    });
  });

  it('counts the pods that a budget lets go', () => {
    simulation.hands.install({ pdb: { enabled: true } });
    simulation.run(20);
    expect(simulation.get('PodDisruptionBudget')).toMatchObject({
      status: { expectedPods: 1, currentHealthy: 1, disruptionsAllowed: 0 },
    });
  });

  it('takes away what belongs to what is gone', () => {
    simulation.hands.install();
    simulation.run(20);
    simulation.hands.deleteFromCluster('Namespace', NAMESPACE);
    simulation.run(3);
    for (const kind of ['Deployment', 'ReplicaSet', 'Pod', 'Secret', 'Event']) {
      expect(simulation.list(kind)).toEqual([]);
    }
  });

  it('writes nothing when nothing changes', () => {
    simulation.hands.install();
    simulation.run(60);
    const { version } = simulation.objects.store;
    simulation.run(30);
    expect(simulation.objects.store.version).toBe(version);
  });
});
