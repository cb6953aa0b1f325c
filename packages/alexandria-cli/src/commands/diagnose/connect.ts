import { request as httpRequest } from 'node:http';
import { request as httpsRequest, RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { WrongUse } from '../../Io';

/** How long an API server may take to answer. */
const TIMEOUT_MS = 30_000;

/** One answer of an API server. */
export interface Answer {
  status: number;
  body: string;
}

/** An API server that is asked with GET, and with nothing else. */
export interface Connection {
  /** The namespace asked for, else that of the context, else `default`. */
  namespace: string;
  /** Rejects when there is no answer. */
  get(path: string, query: Record<string, string>): Promise<Answer>;
}

/** Redirects are not followed: they could carry credentials on. */
function ask(url: URL, options: RequestOptions): Promise<Answer> {
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        ...options,
        method: 'GET',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { ...options.headers, Accept: 'application/json' },
      },
      response => {
        text(response).then(
          body => resolve({ status: response.statusCode ?? 0, body }),
          reject,
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/**
 * Connects to the cluster of a context of the kubeconfig: that of `KUBECONFIG`, else `~/.kube/config`.
 *
 * @param context - the current one unless given
 * @throws WrongUse when there is no such context, or no credentials can be had for it
 */
export async function connect(
  context: string | undefined,
  namespace: string | undefined,
): Promise<Connection> {
  // An ES module, and needed by this alone: not loaded for the other commands.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  const options: RequestOptions = {};
  try {
    config.loadFromDefault();
    if (context !== undefined) {
      config.setCurrentContext(context);
    }
  } catch (error) {
    throw new WrongUse(
      `the kubeconfig cannot be read: ${
        error instanceof Error ? error.message : 'unknown cause'
      }`,
    );
  }
  const cluster = config.getCurrentCluster();
  if (cluster === null) {
    const names = config.getContexts().map(({ name }) => name);
    throw new WrongUse(
      `the kubeconfig has no context ${
        context ?? config.getCurrentContext()
      }, only: ${names.length > 0 ? names.join(', ') : 'none'}`,
    );
  }
  try {
    await config.applyToHTTPSOptions(options);
  } catch (error) {
    throw new WrongUse(
      `no credentials for context ${config.getCurrentContext()}: ${
        error instanceof Error ? error.message : 'unknown cause'
      }`,
    );
  }
  const server = new URL(cluster.server);
  const own = config.getContextObject(config.getCurrentContext())?.namespace;
  return {
    namespace: namespace ?? own ?? 'default',
    get(path, query) {
      const url = new URL(server);
      url.pathname = server.pathname.replace(/\/+$/, '') + path;
      url.search = new URLSearchParams(query).toString();
      return ask(url, options);
    },
  };
}
