import type { ControlPlane } from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import type { ClientRequest, IncomingMessage } from 'http';
import { Agent, request } from 'https';
import { parse } from 'yaml';

/** Asks an API server, as its administrator unless it is told otherwise, without a process for each request. */
export class AdminApi {
  readonly #agent: Agent;

  private constructor(
    private readonly url: string,
    ca: Buffer,
    private readonly token: string,
  ) {
    this.#agent = new Agent({ ca, keepAlive: true });
  }

  static async of({ kubeconfig, url }: ControlPlane): Promise<AdminApi> {
    const { clusters, users } = parse(await fs.readFile(kubeconfig, 'utf8'));
    const authority = clusters[0].cluster['certificate-authority-data'];
    return new AdminApi(
      url,
      Buffer.from(authority, 'base64'),
      users[0].user.token,
    );
  }

  #send(
    method: string,
    path: string,
    user?: string,
    connection = 'keep-alive',
  ): ClientRequest {
    return request(`${this.url}${path}`, {
      agent: this.#agent,
      method,
      headers: {
        connection,
        authorization: `Bearer ${this.token}`,
        ...(user && { 'impersonate-user': user }),
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
    });
  }

  #exchange(
    method: string,
    path: string,
    body?: object,
    user?: string,
  ): Promise<{ response: IncomingMessage; answer: string }> {
    return new Promise((resolve, reject) => {
      const sent = this.#send(method, path, user);
      sent.on('error', reject);
      sent.on('response', response => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('error', reject);
        response.on('data', chunk => (answer += chunk));
        response.on('end', () => resolve({ response, answer }));
      });
      sent.end(body && JSON.stringify(body));
    });
  }

  /**
   * @param user - who it is as, the administrator when omitted
   * @returns what it answered; rejects unless that was a success
   */
  async request(
    method: string,
    path: string,
    body?: object,
    user?: string,
  ): Promise<string> {
    const { response, answer } = await this.#exchange(method, path, body, user);
    if (response.statusCode! >= 300) {
      throw new Error(`${method} ${path}: ${response.statusCode} ${answer}`);
    }
    return answer;
  }

  /** The uid of the priority level at which somebody is served. */
  async levelOf(user: string): Promise<unknown> {
    const { response } = await this.#exchange('GET', '/api', undefined, user);
    return response.headers['x-kubernetes-pf-prioritylevel-uid'];
  }

  /**
   * Occupies the server with a request that does not come to its end, for up to a minute; when it is refused, with another.
   * The connection is one that ends with the answer: on others Go's server reads the request to its end before it refuses it.
   *
   * @param user - who it is as, who may write ConfigMaps
   * @returns what ends it
   */
  occupy(user: string): () => void {
    const path = '/api/v1/namespaces/default/configmaps';
    let sent: ClientRequest;
    let isOver = false;
    const begin = () => {
      sent = this.#send('POST', path, user, 'close');
      sent.on('error', () => {});
      sent.on('response', response => {
        response.resume();
        if (!isOver) {
          setTimeout(begin, 50);
        }
      });
      sent.write('{');
    };
    begin();
    return () => {
      isOver = true;
      sent.destroy();
    };
  }

  /** Ends its connections. */
  stop() {
    this.#agent.destroy();
  }
}
