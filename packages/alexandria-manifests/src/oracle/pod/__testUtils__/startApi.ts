import {
  createServer,
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { WebSocketServer } from 'ws';

/** A request as the API behind the dashboard got it. */
export interface ApiRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** The port that the connection came from: two requests of one connection have the same. */
  connection: number;
}

/** A small API, to stand where Alexandria's does. */
export interface Api {
  requests: ApiRequest[];
  /** What of bodies has arrived so far, over all requests; no more than the first 1000 bytes of each. */
  received(): string;
  /** What is sent to the clients of `/v1/stream/…`, whose type is what follows, until `null` ends it. */
  send(chunk: string | null): void;
  stop(): Promise<void>;
}

/**
 * Serves until it is stopped:
 *
 * - `/v1/stream/<type>` begins an answer of that type, which `send` goes on with;
 * - `/v1/cookie/<n>` sets a header of n characters;
 * - `/v1/headers` sets headers that the dashboard sets too;
 * - `/v1/away` redirects, `/v1/missing` is not found, `/v1/cut` breaks off;
 * - `/v1/socket` speaks WebSocket, and says everything twice;
 * - everything else answers with the method and the length of the body.
 *
 * @param port - of 127.0.0.1
 */
export async function startApi(port: number): Promise<Api> {
  const requests: ApiRequest[] = [];
  const streams = new Set<ServerResponse>();
  let received = '';
  const note = (request: IncomingMessage) =>
    requests.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      connection: request.socket.remotePort ?? 0,
    });

  function answer(request: IncomingMessage, response: ServerResponse) {
    const [, , what, argument = ''] = (request.url ?? '').split('/');
    switch (what) {
      case 'stream':
        response.writeHead(200, {
          'Content-Type': decodeURIComponent(argument),
        });
        response.flushHeaders();
        streams.add(response);
        return;
      case 'cookie':
        response.setHeader('Set-Cookie', 'c'.repeat(Number(argument)));
        break;
      case 'headers':
        response.setHeader('Content-Security-Policy', "default-src 'none'");
        response.setHeader('Strict-Transport-Security', 'max-age=1');
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Cache-Control', 'no-store');
        break;
      case 'away':
        response.writeHead(302, { Location: '/auth/oidc/okta?next=/' });
        response.end();
        return;
      case 'missing':
        response.writeHead(404, { 'Content-Type': 'application/json' });
        response.end('{"error":"no such agent"}');
        return;
      case 'cut':
        response.socket?.destroy();
        return;
      default:
    }
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes < 1000) {
        received += chunk.toString();
      }
    });
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ method: request.method, bytes }));
    });
  }

  const server = createServer((request, response) => {
    note(request);
    answer(request, response);
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    note(request);
    sockets.handleUpgrade(request, socket, head, client => {
      client.on('message', (data, isBinary) => {
        client.send(data, { binary: isBinary });
        client.send(data, { binary: isBinary });
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    requests,
    received: () => received,
    send(chunk) {
      for (const stream of streams) {
        if (chunk === null) {
          stream.end();
        } else {
          stream.write(chunk);
        }
      }
      if (chunk === null) {
        streams.clear();
      }
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
        sockets.clients.forEach(client => client.terminate());
      }),
  };
}
