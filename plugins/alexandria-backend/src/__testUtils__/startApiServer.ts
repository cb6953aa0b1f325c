import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The API server of a cluster in which nothing happens, of which a test sees every connection. */
export interface ApiServer {
  url: string;
  /** Path and query of each request so far. */
  requests: string[];
  /** Watches that are open. */
  watches: ReadonlySet<ServerResponse>;
  /** Connections that are open. */
  sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

/**
 * @param answers - by path, the objects of a list, or the status that is answered in their place; of any other path the list
 * is empty
 */
export async function startApiServer(
  answers: Record<string, object[] | number> = {},
): Promise<ApiServer> {
  const requests: string[] = [];
  const watches = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url!, 'http://localhost');
    requests.push(req.url!);
    const answer = answers[pathname] ?? [];
    if (typeof answer === 'number') {
      res.writeHead(answer).end();
    } else if (searchParams.has('watch')) {
      watches.add(res);
      res.once('close', () => watches.delete(res));
      res.writeHead(200).flushHeaders();
    } else {
      res.end(
        JSON.stringify({
          kind: 'List',
          metadata: { resourceVersion: '1' },
          items: answer,
        }),
      );
    }
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    ...{ requests, watches, sockets },
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
