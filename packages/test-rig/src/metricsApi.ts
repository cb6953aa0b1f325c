import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Servers } from './startServers';

const GROUP = 'metrics.k8s.io';
const VERSION = 'v1beta1';
const ROOT = `/apis/${GROUP}/${VERSION}`;
const PREFIX = 'test-rig.alexandriaproject.io';

/** What a container uses whose pod says nothing. */
const IDLE = { cpu: '1m', memory: '1Mi' };

/** Over how long a use is said to have been measured; an autoscaler takes none that began before the pod was ready. */
const WINDOW = '1s';

interface Pod {
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: { containers: { name: string }[] };
  status: { phase?: string };
}

function podMetrics({ metadata, spec }: Pod) {
  const { name, namespace, labels, annotations = {} } = metadata;
  const usage = {
    cpu: annotations[`${PREFIX}/cpu`] ?? IDLE.cpu,
    memory: annotations[`${PREFIX}/memory`] ?? IDLE.memory,
  };
  return {
    metadata: { name, namespace, labels },
    timestamp: new Date().toISOString(),
    window: WINDOW,
    containers: spec.containers.map(container => ({
      name: container.name,
      usage,
    })),
  };
}

/** What is answered to a GET, or undefined when there is no such thing. */
async function answerTo(
  { get }: Servers,
  url: URL,
): Promise<object | undefined> {
  if (url.pathname === ROOT) {
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: `${GROUP}/${VERSION}`,
      resources: [
        {
          ...{ name: 'pods', singularName: '', namespaced: true },
          ...{ kind: 'PodMetrics', verbs: ['list'] },
        },
      ],
    };
  }
  const [, namespace] =
    /^\/namespaces\/([^/]+)\/pods$/.exec(url.pathname.slice(ROOT.length)) ?? [];
  const selector = url.searchParams.get('labelSelector') ?? '';
  const pods =
    namespace &&
    (await get(
      `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(
        selector,
      )}`,
    ));
  if (!pods) {
    return undefined;
  }
  const { items }: { items: Pod[] } = JSON.parse(pods);
  return {
    kind: 'PodMetricsList',
    apiVersion: `${GROUP}/${VERSION}`,
    metadata: {},
    items: items
      .filter(({ status }) => status.phase === 'Running')
      .map(podMetrics),
  };
}

/** What makes the API server send requests for the group to a port of this machine. */
const registration = (port: number) => [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'metrics', namespace: 'kube-system' },
    spec: {
      type: 'ExternalName',
      externalName: '127.0.0.1',
      ports: [{ port }],
    },
  },
  {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: `${VERSION}.${GROUP}` },
    spec: {
      group: GROUP,
      version: VERSION,
      groupPriorityMinimum: 100,
      versionPriority: 100,
      service: { name: 'metrics', namespace: 'kube-system', port },
      insecureSkipTLSVerify: true,
    },
  },
];

/** An API server for `metrics.k8s.io` that tells of pods what their annotations say. */
export interface MetricsApi {
  /** What registers it, as JSON for `kubectl apply`. */
  manifest: string;
  stop(): Promise<void>;
}

/** Serves `metrics.k8s.io` on a free port of 127.0.0.1, with the certificate of the API server, and answers whoever asks. */
export async function startMetricsApi(servers: Servers): Promise<MetricsApi> {
  const certificates = join(servers.supervisor.folder, 'certificates');
  const server: Server = createServer(
    {
      cert: await readFile(join(certificates, 'apiserver.crt')),
      key: await readFile(join(certificates, 'apiserver.key')),
    },
    async (request, response) => {
      const url = new URL(request.url ?? '/', 'https://127.0.0.1');
      const answer = await answerTo(servers, url).catch(() => undefined);
      response.writeHead(answer ? 200 : 404, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(answer ?? { kind: 'Status', code: 404 }));
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  // A test that forgets to stop it still ends.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    manifest: registration(port)
      .map(object => JSON.stringify(object))
      .join('\n---\n'),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
