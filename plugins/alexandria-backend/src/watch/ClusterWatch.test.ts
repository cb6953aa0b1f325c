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
  /** How late it answers, in milliseconds. */
  latency = 0;
  /** What it answers a heartbeat with. */
  status = 200;
  /** By how much its clock is ahead, in milliseconds. */
  ahead = 0;
  heartbeats = 0;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    this.things = new ModelServer(clock);
    this.others = new ModelServer(clock);
  }

  async get(path: string, query: Record<string, string>, signal: AbortSignal) {
    if (this.frozen) {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    }
    if (this.latency > 0) {
      await this.#clock.sleep(this.latency, signal);
    }
    if (path === '/version') {
      this.heartbeats += 1;
      return {
        status: this.status,
        headers: {
          date: new Date(this.#clock.now() + this.ahead).toUTCString(),
        },
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

function start(status = 200) {
  const clock = new VirtualClock();
  const cluster = new ModelCluster(clock);
  cluster.status = status;
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

async function watching() {
  const started = start();
  await started.clock.advance(SECOND);
  return started;
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

  it('does not know a cluster that answers too late, and says so for as long as it does', async () => {
    const { clock, cluster, failures, watch } = await watching();
    cluster.latency = 6 * SECOND;
    await clock.advance(17 * SECOND);
    cluster.things.put('c');
    for (let second = 0; second < 120; second += 1) {
      await clock.advance(SECOND);
      expect(failures()).toEqual(['unreachable', 'unreachable']);
    }
    // What comes late is taken in all the same.
    expect([...watch.values()]).toContain('Thing c');
    cluster.latency = 0;
    await clock.advance(6 * SECOND);
    expect(failures()).toEqual([undefined, undefined]);
  });

  it('notices that a cluster is gone that had come back for some kinds only', async () => {
    const { clock, cluster, failures } = await watching();
    cluster.freeze();
    await clock.advance(17 * SECOND);
    cluster.frozen = false;
    cluster.others.faults.push(...Array(99).fill({ status: 403 }));
    await clock.advance(6 * SECOND);
    expect(failures()).toEqual([undefined, 'forbidden']);
    cluster.freeze();
    await clock.advance(17 * SECOND);
    expect(failures()).toEqual(['unreachable', 'unreachable']);
  });

  it.each([502, 503, 302])(
    'does not take %i, which something before the server may say, for a sign of life twice',
    async status => {
      const { clock, cluster, failures, watch } = await watching();
      cluster.status = status;
      cluster.things.break('freeze');
      cluster.things.put('c');
      await clock.advance(13 * SECOND);
      expect(watch.kinds().map(({ state }) => state)).toMatchObject([
        {
          phase: 'failing',
          failure: { message: `answered with status ${status}` },
        },
        { phase: 'failing' },
      ]);
      cluster.status = 200;
      await clock.advance(6 * SECOND);
      expect(failures()).toEqual([undefined, undefined]);
      expect([...watch.values()]).toContain('Thing c');
    },
  );

  it.each([401, 403, 429, 503])('passes over a single %i', async status => {
    const { clock, cluster, failures, told } = await watching();
    const before = [cluster.heartbeats, told()];
    cluster.status = status;
    while (cluster.heartbeats === before[0]) {
      await clock.advance(SECOND / 10);
    }
    cluster.status = 200;
    await clock.advance(10 * SECOND);
    expect(failures()).toEqual([undefined, undefined]);
    // It is asked anew what it was asked before, and nothing had changed.
    expect(told()).toBe(before[1] + 1);
  });

  it('asks anew for everything within seconds once a server is well that answered with errors', async () => {
    const { clock, cluster, failures } = await watching();
    const faults = Array(99).fill({ status: 503 });
    cluster.status = 503;
    cluster.things.faults.push(...faults);
    cluster.things.break('reset');
    cluster.others.faults.push(...faults);
    cluster.others.break('reset');
    // By now each waits for up to half a minute.
    await clock.advance(180 * SECOND);
    expect(failures()).toEqual(['serverError', 'serverError']);
    cluster.status = 200;
    cluster.things.faults.length = 0;
    cluster.others.faults.length = 0;
    await clock.advance(6 * SECOND);
    expect(failures()).toEqual([undefined, undefined]);
  });

  it('has read nothing before it has heard what time it is there', async () => {
    const { clock, watch, cluster } = start(503);
    await clock.advance(SECOND / 5);
    expect(watch.kinds().map(({ state }) => state.phase)).toEqual([
      'starting',
      'starting',
    ]);
    cluster.status = 200;
    await clock.advance(SECOND);
    expect(watch.kinds().map(({ state }) => state.phase)).toEqual([
      'watching',
      'watching',
    ]);
  });

  it('says since when nothing was heard', async () => {
    const { clock, cluster, watch } = await watching();
    await clock.advance(60 * SECOND);
    expect(clock.now() - watch.heardAt!).toBeLessThanOrEqual(11 * SECOND);
    const { heardAt } = watch;
    cluster.freeze();
    await clock.advance(9 * SECOND);
    expect(watch.heardAt).toBe(heardAt);
    await clock.advance(120 * SECOND);
    expect(watch.heardAt).toBe(heardAt);
  });

  it.each([-3_600, 0, 3_600])(
    'knows that the cluster has another clock, by %i s',
    async seconds => {
      const { clock, cluster, watch } = await watching();
      cluster.ahead = seconds * SECOND;
      await clock.advance(15 * SECOND);
      expect(Math.abs(watch.clockOffset - cluster.ahead)).toBeLessThan(SECOND);
    },
  );

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
