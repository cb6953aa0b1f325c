import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { Transport, TransportResponse } from './Transport';

/** After how long a silent connection is probed, in milliseconds: a dead one is noticed without waiting for data. */
const KEEP_ALIVE_MS = 15_000;

interface Connection {
  server: URL;
  /** TLS, proxy and credentials, as client-node makes them of a KubeConfig. */
  options: RequestOptions;
}

async function connectionOf(config: KubeConfig): Promise<Connection> {
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new Error('the KubeConfig has no current cluster');
  }
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  return { server: new URL(cluster.server), options };
}

/**
 * Asks the API server of a KubeConfig's current cluster. Redirects are not followed: they could carry credentials on.
 *
 * @param connect - gives the KubeConfig; it is called for the first request, and for the first one after credentials
 *   were refused
 */
export function createTransport(connect: () => Promise<KubeConfig>): Transport {
  let connection: Promise<Connection> | undefined;

  async function connected(): Promise<Connection> {
    connection ??= connect().then(connectionOf);
    try {
      return await connection;
    } catch (error) {
      connection = undefined;
      throw error;
    }
  }

  return {
    async get(path, query, signal, accept = 'application/json') {
      const { server, options } = await connected();
      signal.throwIfAborted();
      const url = new URL(server);
      url.pathname = server.pathname.replace(/\/+$/, '') + path;
      url.search = new URLSearchParams(query).toString();
      return ask(url, options, accept, signal);
    },
    renewCredentials() {
      connection = undefined;
    },
  };
}

function ask(
  url: URL,
  options: RequestOptions,
  accept: string,
  signal: AbortSignal,
): Promise<TransportResponse> {
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        ...options,
        signal,
        headers: {
          ...options.headers,
          Accept: accept,
          'User-Agent': 'alexandria-backstage',
        },
      },
      (response: IncomingMessage) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: response,
        }),
    );
    sent.on('socket', socket => socket.setKeepAlive(true, KEEP_ALIVE_MS));
    sent.on('error', reject);
    sent.end();
  });
}
