import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import { ModelServer } from './__testUtils__/ModelServer';
import { VirtualClock } from './__testUtils__/VirtualClock';
import { ClusterWatch } from './ClusterWatch';
import type { ResourceType } from './ResourceType';
import type { Transport } from './Transport';

const SECOND = 1_000;

const things: ResourceType = {
  group: '',
  version: 'v1',
  resource: 'things',
  kind: 'Thing',
};
const others = { ...things, resource: 'others', kind: 'Other' };

/** Servers of two kinds, as one cluster that can be frozen as a whole. */
class ModelCluster implements Transport {
  readonly things: ModelServer;
  readonly others: ModelServer;
  frozen = false;
  heartbeats = 0;

  constructor(clock: VirtualClock) {
    this.things = new ModelServer(clock);
    this.others = new ModelServer(clock);
  }

  async get(path: string, query: Record<string, string>, signal: AbortSignal) {
    if (this.frozen) {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    }
    if (path === '/version') {
      this.heartbeats += 1;
      return {
        status: 200,
        headers: {},
        body: Readable.from([Buffer.from('{}')]),
      };
    }
    const server = path.endsWith('/things') ? this.things : this.others;
    return server.get(path, query, signal);
  }

  freeze() {
    this.frozen = true;
    this.things.break('freeze');
    this.others.break('freeze');
  }
}

let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
  setMaxListeners(0, stop.signal);
});
afterEach(() => stop.abort());

async function watching() {
  const clock = new VirtualClock();
  const cluster = new ModelCluster(clock);
  cluster.things.put('a');
  cluster.others.put('b');
  const changes: string[] = [];
  let told = 0;
  const watch = new ClusterWatch<string>({
    transport: cluster,
    kinds: [things, others].map(type => ({
      type,
      project: ({ metadata }) => `${type.kind} ${metadata.name}`,
    })),
    onChange: ({ kind }, changed) =>
      changes.push(...changed.map(({ key }) => `${kind} ${key}`)),
    onState: () => {
      told += 1;
    },
    clock,
    random: () => 0.5,
  });
  const ended = watch.run(stop.signal);
  await clock.advance(SECOND);
  return {
    clock,
    cluster,
    watch,
    changes,
    ended,
    told: () => told,
    failures: () =>
      watch
        .kinds()
        .map(({ state }) =>
          state.phase === 'failing' ? state.failure.kind : undefined,
        ),
  };
}

describe('ClusterWatch', () => {
  it('keeps the objects of every kind', async () => {
    const { watch, changes, failures } = await watching();
    expect([...watch.values()]).toEqual(['Thing a', 'Other b']);
    expect(changes.sort()).toEqual(['Other ns/b', 'Thing ns/a']);
    expect(failures()).toEqual([undefined, undefined]);
  });

  it('says of which kind it cannot read', async () => {
    const { clock, cluster, failures, watch } = await watching();
    cluster.others.faults.push(...Array(9).fill({ status: 403 }));
    cluster.others.break('reset');
    await clock.advance(5 * SECOND);
    expect(failures()).toEqual([undefined, 'forbidden']);
    expect([...watch.values()]).toEqual(['Thing a', 'Other b']);
  });

  it('notices within seconds that nobody answers, although watches stay open', async () => {
    const { clock, cluster, failures, watch, told } = await watching();
    const before = told();
    cluster.freeze();
    await clock.advance(17 * SECOND);
    expect(failures()).toEqual(['unreachable', 'unreachable']);
    expect(watch.kinds()[0].state).toMatchObject({
      failure: { message: 'has not answered for 5 s' },
    });
    expect(told()).toBeGreaterThan(before);
    expect([...watch.values()]).toEqual(['Thing a', 'Other b']);
    cluster.things.put('c');
    cluster.frozen = false;
    await clock.advance(10 * SECOND);
    expect(failures()).toEqual([undefined, undefined]);
    expect([...watch.values()]).toContain('Thing c');
  });

  it('asks a few times a minute', async () => {
    const { clock, cluster } = await watching();
    const before = cluster.heartbeats;
    await clock.advance(600 * SECOND);
    expect((cluster.heartbeats - before) / 10).toBeLessThanOrEqual(7);
  });

  it('ends as a whole', async () => {
    const { ended } = await watching();
    stop.abort();
    await expect(ended).resolves.toBeUndefined();
  });
});
