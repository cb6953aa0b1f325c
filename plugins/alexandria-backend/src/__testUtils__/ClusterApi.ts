import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listPath } from '../watch/ResourceType';
import { watchedResources } from '../status/watchedResources';

const ID = 'backstage.io/kubernetes-id';

const DEPLOYMENTS = listPath(
  watchedResources.find(({ kind }) => kind === 'Deployment')!,
);

const line = (type: string, object: object) =>
  `${JSON.stringify({ type, object })}\n`;

/** An API server over HTTP that has Deployments and nothing else. Pods are not looked for: a Deployment is as its status says. */
export class ClusterApi {
  readonly #server: Server;
  readonly #deployments = new Map<string, object>();
  readonly #watches = new Set<ServerResponse>();
  #version = 1;

  private constructor() {
    this.#server = createServer((req, res) => {
      const { pathname, searchParams } = new URL(req.url!, 'http://cluster');
      const isDeployments = pathname === DEPLOYMENTS;
      res.setHeader('content-type', 'application/json');
      if (searchParams.has('watch')) {
        res.flushHeaders();
        if (isDeployments) {
          this.#watches.add(res);
          res.on('close', () => this.#watches.delete(res));
        }
        return;
      }
      const metadata = { resourceVersion: String(this.#version) };
      const items = isDeployments ? [...this.#deployments.values()] : [];
      res.end(JSON.stringify({ kind: 'List', metadata, items }));
    });
  }

  static async start(): Promise<ClusterApi> {
    const api = new ClusterApi();
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  /** For the entry of a cluster in `kubernetes.clusterLocatorMethods`. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Makes a Deployment in namespace `shared`, or makes it another. */
  deploy(name: string, spec: object = {}) {
    this.#version += 1;
    const type = this.#deployments.has(name) ? 'MODIFIED' : 'ADDED';
    const object = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...{ name, namespace: 'shared', generation: 1 },
        resourceVersion: String(this.#version),
        labels: { [ID]: name, 'app.kubernetes.io/part-of': 'alexandria' },
      },
      spec: { replicas: 1, selector: { matchLabels: { app: name } }, ...spec },
      status: {
        observedGeneration: 1,
        ...{ replicas: 1, updatedReplicas: 1 },
        ...{ readyReplicas: 1, availableReplicas: 1 },
        conditions: [{ type: 'Available', status: 'True' }],
      },
    };
    this.#deployments.set(name, object);
    this.#watches.forEach(watch => watch.write(line(type, object)));
  }

  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
