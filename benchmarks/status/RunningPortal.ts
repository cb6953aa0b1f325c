import { Agent, request } from 'http';
import { freePorts } from '@alexandriaproject/test-rig';
import path from 'path';
import { Child } from '../../e2e/support/Child';
import { componentOf } from '../../e2e/support/startBackend';
import { TOKEN } from './CountedCluster';
import type { PortalHandlers, Side } from './portal';

/** How long anything may take, in milliseconds. */
const PATIENCE_MS = 120_000;

export const sleep = (ms: number) =>
  new Promise(resolve => setTimeout(resolve, ms));

/** Asks again and again until something is so. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  pause = 50,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`it is not so after ${PATIENCE_MS} ms that ${what}`);
    }
    await sleep(pause);
  }
}

/** What a portal answered, and how long it took, in milliseconds. */
interface Answer {
  status: number;
  text: string;
  took: number;
}

/** A Backstage backend in a process of its own, asked over HTTP as a browser with a guest in it does. */
export class RunningPortal {
  readonly child: Child<PortalHandlers>;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #port: number;
  readonly #side: Side;
  #token = '';

  private constructor(side: Side, port: number) {
    this.#side = side;
    this.#port = port;
    this.child = new Child<PortalHandlers>(path.join(__dirname, 'portal.ts'), {
      logLevel: 'error',
    });
  }

  /**
   * @param urls - of the clusters
   * @param names - of the entities in its catalog
   */
  static async start(side: Side, urls: string[], names: string[]) {
    const [port] = await freePorts(1);
    const portal = new RunningPortal(side, port);
    await portal.child.ask('start', {
      side,
      port,
      entities: names.map(name => componentOf(name)),
      config: {
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: urls.map((url, index) => ({
                name: `cluster-${index}`,
                url,
                authProvider: 'serviceAccount',
                serviceAccountToken: TOKEN,
                // The sample clusters have no metrics API.
                skipMetricsLookup: true,
              })),
            },
          ],
        },
      },
    });
    const { text } = await portal.#request('POST', 'auth/guest/refresh');
    portal.#token = JSON.parse(text).backstageIdentity.token;
    // It takes them in by and by, and the last one last.
    for (const name of names) {
      await until(`the catalog has ${name}`, async () => {
        const { status } = await portal.find(name);
        return status === 200;
      });
    }
    return portal;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What a browser in which a guest is signed in shows. */
  get token(): string {
    return this.#token;
  }

  #request(method: string, at: string, body?: object): Promise<Answer> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.#port,
          path: `/api/${at}`,
          method,
          headers: {
            'content-type': 'application/json',
            ...(this.#token && { authorization: `Bearer ${this.#token}` }),
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', chunk => (text += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              text,
              took: performance.now() - begun,
            }),
          );
        },
      );
      sent.on('error', error => {
        // The server may end a connection that nobody used for a while just when it is used again.
        const isStale =
          sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
        if (isStale) {
          this.#request(method, at, body).then(resolve, reject);
        } else {
          reject(error);
        }
      });
      sent.end(body && JSON.stringify(body));
    });
  }

  /** What the portal itself does to find an entity, which is part of every look. */
  async find(name: string): Promise<Answer> {
    return this.#request(
      'GET',
      `catalog/entities/by-name/component/default/${name}`,
    );
  }

  /** What the card of an entity asks at each look. */
  async look(name: string): Promise<Answer> {
    const answer = await (this.#side === 'ours'
      ? this.#request(
          'GET',
          `alexandria/v1/instances/component/default/${name}/status`,
        )
      : this.#request('POST', `kubernetes/services/${name}`, {
          entity: componentOf(name),
          auth: {},
        }));
    if (answer.status !== 200) {
      throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`);
    }
    return answer;
  }

  async stop() {
    this.#agent.destroy();
    await this.child.stop();
  }
}
