import type { Clock } from '../Clock';
import type { Transport, TransportResponse } from '../Transport';
import { ModelStream } from './ModelStream';

/** What goes wrong with one request. */
export type RequestFault =
  | 'refused'
  | 'hangs'
  | 'sign-in page'
  | 'not a list'
  | 'ends at once'
  | 'cut off'
  | { status: number; retryAfter?: number };

/** What goes wrong with all watches that are open. */
export type StreamFault =
  | 'reset'
  | 'cut in a line'
  | 'end in a line'
  | 'end'
  | 'freeze'
  | 'garbage'
  | 'expired'
  | 'server error';

interface Stored {
  name: string;
  resourceVersion: number;
}

interface Logged {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resourceVersion: number;
  name: string;
}

const line = (type: string, object: object) =>
  `${JSON.stringify({ type, object })}\n`;

const item = (name: string, resourceVersion: number) => ({
  metadata: { namespace: 'ns', name, resourceVersion: String(resourceVersion) },
});

/** As kube-apiserver does it, in milliseconds. */
const BOOKMARK_MS = 60_000;

/**
 * One kind of object in an API server as its documents describe it: lists of one moment in pages, watches from a
 * resource version, bookmarks, compaction. It does what a test says, faults included, and remembers every state it was in.
 */
export class ModelServer implements Transport {
  readonly requests: { watch: boolean; at: number }[] = [];
  readonly faults: RequestFault[] = [];
  /** Requests are refused until this is false again. */
  down = false;
  /** Whether there is such a kind at all. */
  served = true;
  pageSize = 2;
  renewals = 0;
  readonly #clock: Clock;
  readonly #streams = new Set<ModelStream>();
  #version = 1;
  #compacted = 1;
  #objects = new Map<string, Stored>();
  #log: Logged[] = [];
  #history = new Map<number, string>([[1, '{}']]);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Names and resource versions, as a comparable text. */
  get contents(): string {
    return contentsOf(
      [...this.#objects.values()].map(({ name, resourceVersion }) => [
        `ns/${name}`,
        String(resourceVersion),
      ]),
    );
  }

  /** The resource versions at which the contents were these. */
  versionsWith(contents: string): number[] {
    return [...this.#history]
      .filter(([, then]) => then === contents)
      .map(([version]) => version);
  }

  #record(type: Logged['type'], name: string) {
    const event = { type, name, resourceVersion: this.#version };
    this.#log.push(event);
    this.#history.set(this.#version, this.contents);
    for (const stream of this.#streams) {
      send(stream, event);
    }
  }

  put(name: string) {
    this.#version += 1;
    const type = this.#objects.has(name) ? 'MODIFIED' : 'ADDED';
    this.#objects.set(name, { name, resourceVersion: this.#version });
    this.#record(type, name);
  }

  delete(name: string) {
    if (this.#objects.delete(name)) {
      this.#version += 1;
      this.#record('DELETED', name);
    }
  }

  /** Something else in the cluster changes. */
  proceed() {
    this.#version += 1;
    this.#history.set(this.#version, this.contents);
  }

  async #bookmark(stream: ModelStream, signal: AbortSignal) {
    for (;;) {
      await this.#clock.sleep(BOOKMARK_MS, signal);
      if (!this.#streams.has(stream)) {
        return;
      }
      this.#sendBookmark(stream);
    }
  }

  #sendBookmark(stream: ModelStream) {
    if (!stream.frozen) {
      stream.send(line('BOOKMARK', item('', this.#version)));
    }
  }

  /** All watches are told at once how far the server is, as some servers do before they end them. */
  bookmark() {
    this.#streams.forEach(stream => this.#sendBookmark(stream));
  }

  compact() {
    this.#compacted = this.#version;
    this.#log = [];
  }

  /** The CRD is deleted with all its objects. */
  unserve() {
    this.served = false;
    for (const name of [...this.#objects.keys()]) {
      this.delete(name);
    }
    this.break('end');
  }

  break(fault: StreamFault) {
    for (const stream of this.#streams) {
      switch (fault) {
        case 'freeze':
          stream.frozen = true;
          continue;
        case 'garbage':
          stream.send('{"type":"ADDED","object":{"meta\n');
          break;
        case 'cut in a line':
          stream.send('{"type":"MODIFIED","object":{"metadata":{"na');
          stream.reset();
          break;
        case 'end in a line':
          stream.send('{"type":"DELETED","object":{"metadata":{"name":"a"');
          break;
        case 'expired':
          stream.send(line('ERROR', { kind: 'Status', code: 410 }));
          break;
        case 'server error':
          stream.send(line('ERROR', { kind: 'Status', code: 500 }));
          break;
        case 'reset':
          stream.reset();
          break;
        default:
      }
      stream.end();
      this.#streams.delete(stream);
    }
  }

  renewCredentials() {
    this.renewals += 1;
  }

  async get(
    _path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<TransportResponse> {
    const watch = query.watch === 'true';
    this.requests.push({ watch, at: this.#clock.now() });
    const fault = this.down ? 'refused' : this.faults.shift();
    if (fault !== undefined) {
      return this.#misbehave(fault, signal);
    }
    if (!this.served) {
      return answer(404, '404 page not found\n');
    }
    return watch ? this.#watch(query, signal) : this.#list(query);
  }

  async #misbehave(fault: RequestFault, signal: AbortSignal) {
    if (typeof fault === 'object') {
      const { status, retryAfter } = fault;
      return answer(status, '{}', {
        ...(retryAfter === undefined
          ? {}
          : { 'retry-after': String(retryAfter) }),
      });
    }
    switch (fault) {
      case 'refused':
        throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
      case 'hangs':
        return new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      case 'sign-in page':
        return answer(200, '<html>Sign in</html>\n');
      case 'not a list':
        return answer(200, '{"kind":"Status","metadata":{}}\n');
      case 'cut off':
        return {
          ...answer(200, ''),
          body: cutOff('{"kind":"ThingList","metadata":{},"items":['),
        };
      default:
        return answer(200, '');
    }
  }

  #list({ continue: token }: Record<string, string>): TransportResponse {
    const { version, from } = token
      ? (JSON.parse(token) as { version: number; from: number })
      : { version: this.#version, from: 0 };
    if (token && version < this.#compacted) {
      return answer(410, '{}');
    }
    const all = JSON.parse(this.#history.get(version)!) as Record<
      string,
      string
    >;
    const keys = Object.keys(all);
    const to = from + this.pageSize;
    return answer(
      200,
      JSON.stringify({
        kind: 'ThingList',
        metadata: {
          resourceVersion: String(version),
          ...(to < keys.length && {
            continue: JSON.stringify({ version, from: to }),
          }),
        },
        items: keys
          .slice(from, to)
          .map(key => item(key.slice('ns/'.length), Number(all[key]))),
      }),
    );
  }

  #watch(query: Record<string, string>, signal: AbortSignal) {
    const since = Number(query.resourceVersion);
    if (since < this.#compacted) {
      return answer(410, '{}');
    }
    const stream = new ModelStream();
    for (const event of this.#log) {
      if (event.resourceVersion > since) {
        send(stream, event);
      }
    }
    this.#streams.add(stream);
    this.#bookmark(stream, signal).catch(() => undefined);
    this.#clock
      .sleep(Number(query.timeoutSeconds) * 1000, signal)
      .then(() => stream.frozen || stream.end())
      .catch(() => undefined)
      .finally(() => this.#streams.delete(stream));
    return { status: 200, headers: {}, body: stream.body(signal) };
  }
}

function send(stream: ModelStream, { type, name, resourceVersion }: Logged) {
  if (!stream.frozen) {
    stream.send(line(type, item(name, resourceVersion)));
  }
}

async function* cutOff(text: string) {
  yield new TextEncoder().encode(text);
  throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
}

function answer(
  status: number,
  text: string,
  headers: Record<string, string> = {},
): TransportResponse {
  async function* body() {
    yield new TextEncoder().encode(text);
  }
  return { status, headers, body: body() };
}

/** Keys and resource versions as one comparable text. */
export function contentsOf(entries: [string, string][]): string {
  return JSON.stringify(
    Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
