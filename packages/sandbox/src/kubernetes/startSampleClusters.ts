import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { listenOnLoopback } from '../listenOnLoopback';
import { EVERYTHING, type Identity } from './api/Identity';
import { ApiClient } from './ApiClient';
import { sendText } from './api/respond';
import { makeKey, selfSigned, type KeyPair } from './certificate';
import { kubeconfigOf } from './kubeconfigOf';
import { readerRules, type SecretTier } from './readerRules';
import { LivingCluster } from './samples/LivingCluster';
import {
  sampleClusters,
  type SampleClusterName,
} from './samples/sampleClusters';
import type { SampleCluster } from './SampleCluster';

/** Options of {@link startSampleClusters}. */
export interface SampleClustersOptions {
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** What the portal shows to be let in. */
  token: string;
  /** How far the portal may read Secrets, by the name of the cluster; not at all when omitted. */
  secretTiers?: ReadonlyMap<string, SecretTier>;
  logger: LoggerService;
}

/** Running sample clusters. */
export interface SampleClusters {
  port: number;
  /** The folder with the kubeconfig of an administrator, which is removed on close. */
  directory: string;
  kubeconfig: string;
  /** The API of a cluster, as that administrator. */
  apiOf(name: SampleClusterName): ApiClient;
  /** Address of the API of a cluster, without a slash at its end. */
  urlOf(name: SampleClusterName): string;
  clusters: ReadonlyMap<SampleClusterName, SampleCluster>;
  /** Ends requests and frees the port. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

const DAY_MS = 24 * 60 * 60_000;

/** What the names of the clusters follow in an address. */
const PREFIX = '/clusters/';

function makeCertificate(): KeyPair {
  const now = Date.now();
  return selfSigned({
    names: ['localhost', HOST],
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + 365 * DAY_MS),
    key: makeKey(),
  });
}

/** Hands a request below `/clusters/{name}` to the cluster. */
function dispatch(
  clusters: ReadonlyMap<string, SampleCluster>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const [, name = '', path = ''] =
    /^\/clusters\/([^/?]+)(.*)$/.exec(request.url ?? '') ?? [];
  const cluster = clusters.get(name);
  if (cluster) {
    cluster.handle(request, response, path.startsWith('/') ? path : `/${path}`);
  } else {
    sendText(response, 404, '404 page not found\n', {
      'Content-Type': 'text/plain; charset=utf-8',
    });
  }
}

const apisOf = (living: ReadonlyMap<SampleClusterName, LivingCluster>) =>
  new Map([...living].map(([name, { cluster }]) => [name, cluster] as const));

/** Makes the clusters, one after the other. @param adminToken - of who may do everything */
async function createClusters(
  { token, secretTiers }: SampleClustersOptions,
  adminToken: string,
): Promise<Map<SampleClusterName, LivingCluster>> {
  const clusters = new Map<SampleClusterName, LivingCluster>();
  for (const { name, instances } of sampleClusters) {
    const identities: Identity[] = [
      { token: adminToken, username: 'kubernetes-admin', rules: EVERYTHING },
      {
        token,
        username: 'system:serviceaccount:backstage:alexandria-reader',
        rules: readerRules(secretTiers?.get(name) ?? 0),
      },
    ];
    const options = { identities };
    clusters.set(name, await LivingCluster.create(name, instances, options));
  }
  return clusters;
}

/**
 * Starts the sample clusters on 127.0.0.1: their Kubernetes API over TLS, and what goes on in them.
 *
 * @throws Error when NODE_ENV is production, or when the port is in use
 */
export async function startSampleClusters(
  options: SampleClustersOptions,
): Promise<SampleClusters> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'The sample clusters are for development and do not start when NODE_ENV is production. ' +
        'Set sandbox.clusters to null in the production configuration and configure real clusters under kubernetes.',
    );
  }
  const certificate = makeCertificate();
  const adminToken = randomBytes(24).toString('hex');
  const server = createServer(certificate);
  const port = await listenOnLoopback(server, {
    port: options.port,
    what: 'the sample clusters',
    variable: 'ALEXANDRIA_CLUSTER_PORT',
    key: 'sandbox.clusters.port',
  });
  const creating = createClusters(options, adminToken);
  // Who asks while they are being made waits for the answer.
  server.on('request', (request, response) => {
    creating.then(
      living => dispatch(apisOf(living), request, response),
      () => response.destroy(),
    );
  });
  const living = await creating.catch(error => {
    server.close();
    server.closeAllConnections();
    throw error;
  });
  const clusters = apisOf(living);
  const stops = [...living].map(([name, cluster]) =>
    cluster.start(error =>
      options.logger.error(`Sample cluster ${name} did not go on: ${error}`),
    ),
  );
  const urlOf = (name: SampleClusterName) =>
    `https://${HOST}:${port}${PREFIX}${name}`;
  const directory = await mkdtemp(join(tmpdir(), 'alexandria-clusters-'));
  const kubeconfig = join(directory, 'kubeconfig.yaml');
  await writeFile(
    kubeconfig,
    kubeconfigOf({
      clusters: [...living.keys()].map(name => ({ name, url: urlOf(name) })),
      certificate: certificate.cert,
      token: adminToken,
    }),
    { mode: 0o600 },
  );
  return {
    ...{ port, directory, kubeconfig, urlOf, clusters },
    apiOf: name =>
      new ApiClient(urlOf(name), adminToken, Buffer.from(certificate.cert)),
    async close() {
      stops.forEach(stop => stop());
      clusters.forEach(cluster => cluster.close());
      await new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      });
      await rm(directory, { recursive: true, force: true });
    },
  };
}
