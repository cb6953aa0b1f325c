import { createServer, Server } from 'http';
import { request } from 'https';
import type { AddressInfo } from 'net';

/** What becomes of the answers about Secrets on their way. */
export type Mishap = 'cut' | 'server error' | 'another object';

/** What stands before an API server and, when told to, breaks what that says of Secrets in a way that repeats it. */
export class LeakyProxy {
  #mishap: Mishap | undefined;
  /** The forms in which those were asked for whose answers have been broken. */
  readonly #broken = new Set<string>();
  #whenBroken = () => {};
  readonly #server: Server;

  private constructor(target: string, ca: Buffer) {
    this.#server = createServer((incoming, outgoing) => {
      const upstream = request(
        `${target}${incoming.url}`,
        { ca, method: incoming.method, headers: { ...incoming.headers } },
        answer => {
          if (!this.#mishap || !incoming.url?.includes('/secrets/')) {
            outgoing.writeHead(answer.statusCode!, answer.headers);
            answer.pipe(outgoing);
            return;
          }
          const chunks: Buffer[] = [];
          answer.on('data', chunk => chunks.push(chunk));
          answer.on('end', () => {
            const [status, text] = this.#break(
              Buffer.concat(chunks).toString(),
            );
            outgoing.writeHead(status, { 'content-type': 'application/json' });
            outgoing.end(text);
            this.#broken.add(incoming.headers.accept ?? '');
            this.#whenBroken();
          });
        },
      );
      upstream.on('error', () => outgoing.destroy());
      outgoing.on('close', () => upstream.destroy());
      incoming.pipe(upstream);
    });
  }

  static async start(target: string, ca: Buffer): Promise<LeakyProxy> {
    const proxy = new LeakyProxy(target, ca);
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  /**
   * Breaks all answers about Secrets until so many were broken that were asked for in different forms, as each tier asks in
   * its own; resolves then.
   */
  async breakNext(mishap: Mishap, forms: number): Promise<void> {
    this.#mishap = mishap;
    this.#broken.clear();
    await new Promise<void>(resolve => {
      this.#whenBroken = () => this.#broken.size >= forms && resolve();
    });
    this.#mishap = undefined;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #break(text: string): [number, string] {
    switch (this.#mishap) {
      case 'cut':
        return [200, text.slice(0, -20)];
      case 'server error':
        return [500, text];
      default:
        return [200, text.replace(/"name":"[^"]*"/, '"name":"another"')];
    }
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
