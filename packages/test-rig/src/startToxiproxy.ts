import { freePorts } from './freePorts';
import { Supervisor } from './Supervisor';
import { toxiproxy } from './tools';
import { untilReady } from './untilReady';

/** What a line can suffer from, in the words of toxiproxy. Each of its connections suffers by itself. */
export type Toxic =
  /** Data arrive later, by `latency` plus or minus `jitter` milliseconds. */
  | { type: 'latency'; latency: number; jitter?: number }
  /** So many kilobytes a second arrive, and no more. */
  | { type: 'bandwidth'; rate: number }
  /** Connections are reset `timeout` milliseconds after something was sent, at once when 0. */
  | { type: 'reset_peer'; timeout: number }
  /** Nothing arrives, and connections end after `timeout` milliseconds; when 0 they stay open until the line is mended. */
  | { type: 'timeout'; timeout: number }
  /** Connections end once so many bytes were sent. */
  | { type: 'limit_data'; bytes: number };

/** The way to a server, on which faults can be put. */
export interface ToxicLine {
  /** The server's URL, with the port of this line. */
  url: string;
  /** Puts a fault on connections that are open and on those to come, on what is sent to the server or on what it answers. */
  poison(stream: 'upstream' | 'downstream', toxic: Toxic): Promise<void>;
  /** Ends all connections and refuses others. */
  close(): Promise<void>;
  /** Ends all connections; others are taken at once. */
  cut(): Promise<void>;
  /** Takes away all faults, and takes connections again. One on which data were lost ends. */
  mend(): Promise<void>;
}

/** A toxiproxy, which stands between clients and servers and harms what goes through. */
export interface Toxiproxy {
  /** A way to a server on another port of 127.0.0.1. TLS goes through as it is. */
  lineTo(serverUrl: string): Promise<ToxicLine>;
  /** Ends it, and with it all connections; a second call does nothing. */
  stop(): Promise<void>;
}

/** Starts a toxiproxy on a free port of 127.0.0.1 and resolves when its API answers. */
export async function startToxiproxy(): Promise<Toxiproxy> {
  const tool = await toxiproxy();
  const supervisor = await Supervisor.start();
  try {
    const [port] = await freePorts(1);
    supervisor.run('toxiproxy', tool.path, [
      '--host=127.0.0.1',
      `--port=${port}`,
    ]);
    const api = (method: string, path: string, body?: object) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        body: body && JSON.stringify(body),
      });
    const must = async (method: string, path: string, body?: object) => {
      const response = await api(method, path, body);
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`toxiproxy answered ${method} ${path} with ${text}`);
      }
      return text;
    };
    await untilReady(supervisor, {
      deadline: Date.now() + 30_000,
      async probe() {
        const answer = await api('GET', '/version').catch(() => undefined);
        return answer?.ok
          ? { ready: true }
          : { missing: 'no answer', server: 'toxiproxy' };
      },
    });
    let lines = 0;
    return {
      async lineTo(serverUrl) {
        lines += 1;
        const path = `/proxies/line-${lines}`;
        const created = await must('POST', '/proxies', {
          name: `line-${lines}`,
          listen: '127.0.0.1:0',
          upstream: new URL(serverUrl).host,
          enabled: true,
        });
        const { listen }: { listen: string } = JSON.parse(created);
        const url = new URL(serverUrl);
        url.host = listen;
        const enable = (enabled: boolean) => must('POST', path, { enabled });
        return {
          url: url.origin,
          async poison(stream, { type, ...attributes }) {
            await must('POST', `${path}/toxics`, { type, stream, attributes });
          },
          async close() {
            await enable(false);
          },
          async cut() {
            await enable(false);
            await enable(true);
          },
          async mend() {
            const { toxics }: { toxics: { name: string }[] } = JSON.parse(
              await must('GET', path),
            );
            for (const { name } of toxics) {
              await must('DELETE', `${path}/toxics/${name}`);
            }
            await enable(true);
          },
        };
      },
      stop: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
