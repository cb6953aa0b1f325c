import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { parse } from 'yaml';

/** A request, and what to expect of its answer. */
export interface Asked {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** JSON, unless it is text. */
  body?: unknown;
}

/** An answer. */
export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string | string[] | undefined>;
  /** Parsed where it is JSON. */
  body: unknown;
}

/** Speaks to an API server as somebody, without a library between. */
export class ApiClient {
  readonly #url: string;
  readonly #ca: Buffer | undefined;
  readonly #token: string | undefined;

  constructor(url: string, token?: string, ca?: Buffer) {
    this.#url = url;
    this.#token = token;
    this.#ca = ca;
  }

  /** As the first user of a kubeconfig, who has a token. */
  static ofKubeconfig(path: string): ApiClient {
    const { clusters, users } = parse(readFileSync(path, 'utf8'));
    const { server, 'certificate-authority-data': ca } = clusters[0].cluster;
    return new ApiClient(
      server,
      users[0].user.token,
      Buffer.from(ca, 'base64'),
    );
  }

  /** The same server, as who shows another token; as nobody without one. */
  as(token?: string): ApiClient {
    return new ApiClient(this.#url, token, this.#ca);
  }

  /** The same user at another address. */
  at(url: string): ApiClient {
    return new ApiClient(url, this.#token, this.#ca);
  }

  async ask({ method = 'GET', path, headers, body }: Asked): Promise<Answer> {
    const response = await this.#send(method, path, headers, body);
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    const isJson = response.headers['content-type']?.includes('json');
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  /** The events of a watch, until the server ends it. @param begun - is called once the server has begun to answer */
  async watch(
    path: string,
    begun: () => Promise<void> = async () => undefined,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.#send('GET', path, headers, undefined);
    const acting = begun();
    let text = '';
    for await (const chunk of response) {
      text += chunk;
    }
    await acting;
    const lines = text.split('\n').filter(line => line !== '');
    const { statusCode: status = 0, headers: answered } = response;
    return {
      status,
      headers: answered,
      body:
        status === 200 ? lines.map(line => JSON.parse(line)) : JSON.parse(text),
    };
  }

  #send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: unknown,
  ): Promise<IncomingMessage> {
    const text =
      body === undefined || typeof body === 'string'
        ? body
        : JSON.stringify(body);
    const send = this.#url.startsWith('https:') ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const sent = send(
        `${this.#url}${path}`,
        {
          ca: this.#ca,
          agent: false,
          method,
          headers: {
            'user-agent': 'differential',
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json' }),
            ...(this.#token === undefined
              ? {}
              : { authorization: `Bearer ${this.#token}` }),
            ...headers,
          },
        },
        resolve,
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }
}
