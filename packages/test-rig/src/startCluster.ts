import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startMetricsApi, type MetricsApi } from './metricsApi';
import { packageFile } from './packageFile';
import {
  ControlPlane,
  controlPlaneOf,
  ControlPlaneOptions,
} from './startControlPlane';
import { apiServer, Servers, startServers } from './startServers';
import {
  etcd,
  kubeApiserver,
  kubeControllerManager,
  kubectl,
  kubeScheduler,
  kwok,
} from './tools';
import { Missing, untilReady } from './untilReady';

export interface ClusterOptions extends ControlPlaneOptions {
  /** How many nodes there are, each of 8 CPUs and 32 GiB. Default 2. */
  nodes?: number;
  /**
   * Stages of kwok as YAML, beside those in `kwok/`. Ours leave a pod alone that has the annotation
   * `test-rig.alexandriaproject.io/behaviour`, so that stages that select its value decide what happens to it, as those in
   * `kwok/failing.yaml` do.
   */
  stages?: string;
}

/** A control plane with its controllers and a scheduler, and nodes on which kwok plays the kubelet. */
export interface Cluster extends ControlPlane {
  /** Names of the nodes, all Ready. */
  nodes: string[];
  /**
   * Serves the API of metrics, `metrics.k8s.io`, which a cluster has not by itself, and waits until it is there. What each
   * container of a pod uses is said by the pod's annotations `test-rig.alexandriaproject.io/cpu` and `memory`, as quantities.
   */
  serveMetrics(): Promise<void>;
}

/** The API server asks for what it could not learn of a group each minute, in milliseconds; once more for good measure. */
const DISCOVERY_MS = 120_000;

const provisioner = 'test-rig.alexandriaproject.io/volume';

/** A class that binds at once and is the default, and one that waits for a pod. */
const storageClasses = [
  { name: 'standard', volumeBindingMode: 'Immediate', isDefault: true },
  {
    name: 'waiting',
    volumeBindingMode: 'WaitForFirstConsumer',
    isDefault: false,
  },
].map(({ name, volumeBindingMode, isDefault }) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name,
    annotations: {
      'storageclass.kubernetes.io/is-default-class': String(isDefault),
    },
  },
  provisioner,
  reclaimPolicy: 'Delete',
  allowVolumeExpansion: true,
  volumeBindingMode,
}));

function node(index: number, version: string) {
  const name = `node-${index}`;
  const resources = {
    cpu: '8',
    memory: '32Gi',
    'ephemeral-storage': '100Gi',
    pods: '110',
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/zone': index % 2 ? 'zone-a' : 'zone-b',
      },
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: `10.0.0.${index}` },
        { type: 'Hostname', address: name },
      ],
      allocatable: resources,
      capacity: resources,
      nodeInfo: {
        architecture: 'amd64',
        bootID: '',
        containerRuntimeVersion: '',
        kernelVersion: '',
        kubeProxyVersion: '',
        kubeletVersion: `v${version}`,
        machineID: '',
        operatingSystem: 'linux',
        osImage: '',
        systemUUID: '',
      },
    },
  };
}

/** The controllers, the scheduler and kwok, which listen on no port. */
async function launch(
  servers: Servers,
  programs: Record<'manager' | 'scheduler' | 'kwok', string>,
  stages: string,
) {
  const { supervisor, kubeconfigs } = servers;
  // The clients' own limits are for clusters that others use too.
  const unhurried = ['--kube-api-qps=500', '--kube-api-burst=1000'];
  const alone = ['--leader-elect=false', '--secure-port=0'];
  supervisor.run('kube-controller-manager', programs.manager, [
    `--kubeconfig=${kubeconfigs['system:kube-controller-manager']}`,
    ...alone,
    ...unhurried,
    '--use-service-account-credentials=true',
    `--root-ca-file=${servers.caFile}`,
    `--service-account-private-key-file=${servers.serviceAccountKeyFile}`,
    // The default of 15 s is for autoscalers whose metrics cost something.
    '--horizontal-pod-autoscaler-sync-period=1s',
  ]);
  supervisor.run('kube-scheduler', programs.scheduler, [
    `--kubeconfig=${kubeconfigs['system:kube-scheduler']}`,
    ...alone,
    ...unhurried,
  ]);
  const extra = join(supervisor.folder, 'stages.yaml');
  await writeFile(extra, stages);
  supervisor.run('kwok', programs.kwok, [
    `--kubeconfig=${kubeconfigs.admin}`,
    ...['failing', 'node', 'pod', 'volume'].map(
      name => `--config=${packageFile('kwok', `${name}.yaml`)}`,
    ),
    `--config=${extra}`,
    '--manage-all-nodes',
    '--cidr=10.244.0.0/16',
    // The controller manager waits 50 s for a sign of life.
    '--node-lease-duration-seconds=40',
  ]);
}

interface NodeList {
  items: Array<{
    metadata: { name: string };
    status: { conditions?: Array<{ type: string; status: string }> };
  }>;
}

/** The servers other than the API's have done their first work. */
async function probe({ get }: Servers): Promise<{ ready: true } | Missing> {
  const list = await get('/api/v1/nodes');
  const nodes: NodeList = list ? JSON.parse(list) : { items: [] };
  const waiting = nodes.items.filter(
    ({ status }) =>
      !status.conditions?.some(c => c.type === 'Ready' && c.status === 'True'),
  );
  if (!list || waiting.length > 0) {
    return { missing: `${waiting.length} nodes not Ready`, server: 'kwok' };
  }
  // One controller makes the first, another the second.
  const namespace = '/api/v1/namespaces/default';
  for (const path of [
    `${namespace}/serviceaccounts/default`,
    `${namespace}/configmaps/kube-root-ca.crt`,
  ]) {
    if (!(await get(path))) {
      return { missing: `no ${path}`, server: 'kube-controller-manager' };
    }
  }
  return { ready: true };
}

function clusterOf(
  servers: Servers,
  plane: ControlPlane,
  nodes: string[],
): Cluster {
  let metrics: MetricsApi | undefined;
  return {
    ...plane,
    nodes,
    async serveMetrics() {
      metrics ??= await startMetricsApi(servers);
      for (const [args, input] of [
        [['apply', '-f', '-'], metrics.manifest],
        [
          [
            ...['wait', '--for=condition=Available', '--timeout=30s'],
            'apiservice/v1beta1.metrics.k8s.io',
          ],
          undefined,
        ],
      ] as const) {
        const { code, stderr } = await plane.kubectl([...args], { input });
        if (code !== 0) {
          throw new Error(`metrics cannot be served: ${stderr.trim()}`);
        }
      }
      // Discovery learns of it a moment later, and until then every kubectl complains that the group is stale.
      await untilReady(servers.supervisor, {
        deadline: Date.now() + DISCOVERY_MS,
        async probe() {
          const { code, stderr } = await plane.kubectl(['api-resources']);
          return code === 0 && stderr === ''
            ? { ready: true }
            : { missing: stderr.trim(), server: apiServer };
        },
      });
    },
    async stop() {
      await plane.stop();
      await metrics?.stop();
    },
  };
}

/**
 * Starts a whole cluster on 127.0.0.1: etcd, kube-apiserver, kube-controller-manager, kube-scheduler, and kwok as the kubelet
 * of its nodes and the provisioner of its volumes. No container runs and nothing is reached over the network: a pod is Running
 * because a stage of kwok says so.
 */
export async function startCluster(
  options: ClusterOptions = {},
): Promise<Cluster> {
  const { timeoutMs = 60_000, signal, nodes = 2, stages = '' } = options;
  const { apiServerFlags } = options;
  const deadline = Date.now() + timeoutMs;
  const client = await kubectl('newest');
  const programs = {
    manager: (await kubeControllerManager()).path,
    scheduler: (await kubeScheduler()).path,
    kwok: (await kwok()).path,
  };
  const servers = await startServers({
    etcd: await etcd(),
    kubeApiserver: await kubeApiserver(),
    deadline,
    signal,
    apiServerFlags,
  });
  try {
    const plane = controlPlaneOf(servers, client);
    const objects = Array.from({ length: nodes }, (_, i) =>
      node(i + 1, servers.version),
    );
    const { code, stderr } = await plane.kubectl(['create', '-f', '-'], {
      input: [...storageClasses, ...objects]
        .map(object => JSON.stringify(object))
        .join('\n---\n'),
      signal,
    });
    if (code !== 0) {
      throw new Error(`the nodes could not be created: ${stderr.trim()}`);
    }
    await launch(servers, programs, stages);
    await untilReady(servers.supervisor, {
      deadline,
      signal,
      probe: () => probe(servers),
    });
    return clusterOf(
      servers,
      plane,
      objects.map(({ metadata }) => metadata.name),
    );
  } catch (error) {
    await servers.supervisor.stop();
    throw error;
  }
}
