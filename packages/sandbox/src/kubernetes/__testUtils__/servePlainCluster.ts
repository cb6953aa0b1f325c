import { createServer } from 'node:http';
import { listenOnLoopback } from '../../listenOnLoopback';
import { EVERYTHING, type Identity } from '../api/Identity';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { resourceOfKind } from '../objects/resources';
import { SampleCluster, type SampleClusterOptions } from '../SampleCluster';
import { ApiClient } from '../ApiClient';

/** Who may do everything in the clusters of tests. */
export const ADMIN: Identity = {
  token: 'the-token-of-the-admin',
  username: 'admin',
  rules: EVERYTHING,
};

/** An empty cluster in which nothing happens by itself, over plain HTTP on a free port. */
export async function servePlainCluster(
  options: Partial<SampleClusterOptions> = {},
) {
  const cluster = new SampleCluster({ identities: [ADMIN], ...options });
  const server = createServer((request, response) => {
    cluster.handle(request, response);
  });
  const port = await listenOnLoopback(server, {
    ...{ port: 0, what: 'a test', variable: '', key: '' },
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    cluster,
    url,
    client: new ApiClient(url, ADMIN.token),
    /** Puts objects in, each in a namespace that there is. */
    create(...objects: KubernetesObject[]) {
      for (const object of objects) {
        const resource = resourceOfKind(object.kind);
        cluster.objects.create(resource, object, { manager: 'test' });
      }
    },
    async close() {
      cluster.close();
      await new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

/** A namespace. */
export const namespace = (name: string): KubernetesObject => ({
  ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
});

/** A ConfigMap of the namespace `library`. */
export const configMap = (
  name: string,
  more: { labels?: Record<string, string>; data?: object } = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    ...{ name, namespace: 'library' },
    ...(more.labels && { labels: more.labels }),
  },
  ...(more.data && { data: more.data }),
});
