import type { Server } from 'node:net';

const LOOPBACK = '127.0.0.1';

/**
 * Has a server listen on 127.0.0.1 and on nothing else.
 *
 * @param options - `port` 0 takes a free one; `what` listens, and how its port is changed, are told when the port is in use
 * @returns the port
 */
export function listenOnLoopback(
  server: Server,
  options: { port: number; what: string; variable: string; key: string },
): Promise<number> {
  const { port, what, variable, key } = options;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} on ${LOOPBACK}, for ${what}, is in use. ` +
                `Stop what listens there, or set ${variable} (configuration ${key}) to a free port.`,
            )
          : error,
      );
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}
