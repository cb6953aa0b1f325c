import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pack } from '../status/projection/pack';
import { systemClock } from '../watch/Clock';
import type { Transport } from '../watch/Transport';
import { DriftReader } from './DriftReader';

const metadata = (name: string) => ({ name, namespace: 'library' });

const service = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: metadata('alexandria') },
  spec: { type: 'ClusterIP' },
};
const config = {
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('conf') },
  data: { file: 'a' },
};
const role = {
  ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  metadata: metadata('alexandria'),
};

const notFound = (name: string) => ({
  kind: 'Status',
  reason: 'NotFound',
  details: { name },
});

const SERVICE = '/api/v1/namespaces/library/services/alexandria';
const CONFIG = '/api/v1/namespaces/library/configmaps/conf';

type Answers = Record<string, [status: number, body: unknown]>;

const live = (object: typeof service | typeof config, more: object = {}) => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: '1' },
  ...more,
});

class Bench {
  readonly asked: string[] = [];
  readonly changes: string[] = [];
  now = 1_000_000;
  readonly ended = new AbortController();
  readonly reader: DriftReader;
  readonly running: Promise<void>;
  #wake = () => {};

  constructor(
    readonly answers: Answers,
    public rendered: object[] = [service, config],
  ) {
    const transport: Transport = {
      get: async path => {
        this.asked.push(path);
        const [status, body] = this.answers[path] ?? [404, 'no such page'];
        return {
          ...{ status, headers: {} },
          body: Readable.from([
            Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
          ]),
        };
      },
    };
    this.reader = new DriftReader({
      transport,
      clock: {
        ...systemClock,
        now: () => this.now,
        sleep: (ms, signal) =>
          // What waits for an answer waits long; what waits for the next turn is woken.
          ms >= 10_000
            ? systemClock.sleep(60_000, signal)
            : new Promise(resolve => {
                this.#wake = resolve;
                signal.addEventListener('abort', () => resolve());
              }),
      },
      random: () => 0.5,
      wanted: () => [
        {
          ...{ namespace: 'library', name: 'alexandria' },
          rendered: pack(JSON.stringify(this.rendered)),
        },
      ],
      onChange: namespace => this.changes.push(namespace),
    });
    this.running = this.reader.run(this.ended.signal);
  }

  /** Lets time pass, and whatever is due then happen. */
  async later(ms: number) {
    this.now += ms;
    this.#wake();
    await sleep(30);
  }

  get said() {
    return this.reader.comparisons('library')[0];
  }

  async end() {
    this.ended.abort();
    await this.running;
  }
}

describe('DriftReader', () => {
  let bench: Bench;
  afterEach(() => bench.end());

  it('compares each object by its name, and says when', async () => {
    bench = new Bench({
      [SERVICE]: [200, live(service, { spec: { type: 'NodePort' } })],
      [CONFIG]: [404, notFound('conf')],
    });
    await bench.later(0);
    expect(bench.asked).toEqual([SERVICE, CONFIG]);
    expect(bench.said).toMatchObject({
      comparedAt: new Date(1_000_000),
      objects: [
        { state: 'Different', fields: [{ path: 'spec.type' }] },
        { object: { kind: 'ConfigMap' }, state: 'Missing' },
      ],
    });
    expect(bench.changes).toEqual(['library']);
  });

  it('says of what it may not read, or does not compare, that it does not know', async () => {
    bench = new Bench(
      { [SERVICE]: [200, live(service)], [CONFIG]: [403, {}] },
      [service, config, role],
    );
    await bench.later(0);
    expect(bench.said.objects).toMatchObject([
      { state: 'Same' },
      { state: 'Unread', message: expect.stringContaining('may not read') },
      { state: 'Unread', message: expect.stringContaining('not compared') },
    ]);
    expect(bench.asked).toEqual([SERVICE, CONFIG]);
  });

  it.each([
    ['a page of a proxy', 'not found'],
    ['a status about something else', notFound('other')],
    ['anything', { kind: 'Service' }],
  ])('does not take %s for an object that is not there', async (_, body) => {
    bench = new Bench({ [SERVICE]: [404, body] }, [service]);
    await bench.later(0);
    expect(bench.said.objects).toMatchObject([{ state: 'Unread' }]);
  });

  it('reads again when somebody wrote, when somebody looks, and after a while', async () => {
    bench = new Bench({ [SERVICE]: [200, live(service)] }, [service]);
    await bench.later(0);
    await bench.later(5_000);
    expect(bench.asked).toHaveLength(1);
    bench.reader.hasten('library');
    await bench.later(0);
    expect(bench.asked).toHaveLength(2);
    bench.reader.lookAt('library', 'alexandria');
    await bench.later(29_000);
    expect(bench.asked).toHaveLength(2);
    await bench.later(1_000);
    expect(bench.asked).toHaveLength(3);
    await bench.later(300_000);
    expect(bench.asked).toHaveLength(4);
    expect(bench.changes).toHaveLength(1);
  });

  it('reads again when something else is asked for', async () => {
    bench = new Bench({ [SERVICE]: [200, live(service)] }, [service]);
    await bench.later(0);
    bench.rendered = [{ ...service, spec: { type: 'LoadBalancer' } }];
    await bench.later(5_000);
    expect(bench.said.objects).toMatchObject([{ state: 'Different' }]);
    expect(bench.changes).toHaveLength(2);
  });

  it('keeps what it knows when the cluster fails, and calls it stale in the end', async () => {
    bench = new Bench({ [SERVICE]: [200, live(service)] }, [service]);
    await bench.later(0);
    bench.answers[SERVICE] = [500, {}];
    await bench.later(300_000);
    expect(bench.said).toMatchObject({ objects: [{ state: 'Same' }] });
    expect(bench.said.stale).toBeUndefined();
    bench.now += 700_000;
    expect(bench.said.stale).toMatch(/answered with status 500/);
  });
});
