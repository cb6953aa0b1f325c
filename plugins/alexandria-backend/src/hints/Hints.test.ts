import { Readable } from 'node:stream';
import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import { ClusterModel } from '../status/ClusterModel';
import { StatusService } from '../status/StatusService';
import { watchedResources } from '../status/watchedResources';
import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import { listPath } from '../watch/ResourceType';
import type { Transport } from '../watch/Transport';
import { HintChannels } from './HintChannels';
import { Hints } from './Hints';

const ID = 'backstage.io/kubernetes-id';

const deploymentsPath = listPath(
  watchedResources.find(({ kind }) => kind === 'Deployment')!,
);

const entity = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations: { [ID]: name } },
});

const deployment = (name: string, patch: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shared', labels: { [ID]: name } },
  spec: { paused: false, ...patch },
});

/** As kube-apiserver sends bookmarks, in milliseconds. */
const BOOKMARK_MS = 60_000;

/** A cluster in which happens what a test says. */
class Cluster implements Transport {
  isDown = false;
  readonly #clock: VirtualClock;
  readonly #objects = new Map<string, object>();
  readonly #streams = new Set<Readable>();
  #version = 1;

  constructor(watchClock: VirtualClock) {
    this.#clock = watchClock;
  }

  get resourceVersion() {
    return String(this.#version);
  }

  async get(
    path: string,
    { watch }: Record<string, string>,
    signal: AbortSignal,
  ) {
    if (this.isDown) {
      throw new Error('connect ECONNREFUSED');
    }
    const isDeployments = path === deploymentsPath;
    const list = JSON.stringify({
      kind: 'List',
      metadata: { resourceVersion: this.resourceVersion },
      items: isDeployments ? [...this.#objects.values()] : [],
    });
    const body = watch
      ? this.#open(isDeployments, signal)
      : Readable.from([Buffer.from(list)]);
    return { status: 200, headers: {}, body };
  }

  #open(isDeployments: boolean, signal: AbortSignal): Readable {
    const stream = new Readable({ read() {} });
    if (isDeployments) {
      this.#streams.add(stream);
    }
    const bookmarks = async () => {
      while (!signal.aborted) {
        await this.#clock.sleep(BOOKMARK_MS, signal);
        const { resourceVersion } = this;
        const object = { metadata: { resourceVersion } };
        stream.push(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
      }
    };
    bookmarks().catch(() => {
      this.#streams.delete(stream);
      stream.destroy();
    });
    return stream;
  }

  happen(type: string, { metadata, ...rest }: ReturnType<typeof deployment>) {
    this.#version += 1;
    const { resourceVersion } = this;
    const object = { ...rest, metadata: { ...metadata, resourceVersion } };
    if (type === 'DELETED') {
      this.#objects.delete(metadata.name);
    } else {
      this.#objects.set(metadata.name, object);
    }
    this.#streams.forEach(stream =>
      stream.push(`${JSON.stringify({ type, object })}\n`),
    );
  }
}

let clock: VirtualClock;
let stop: AbortController;
let cluster: Cluster;
let status: StatusService;
let hints: Hints;
let published: SignalPayload[];
let failure: Error | undefined;
let logger: ReturnType<typeof mockServices.logger.mock>;

beforeEach(async () => {
  clock = new VirtualClock();
  stop = new AbortController();
  cluster = new Cluster(clock);
  published = [];
  failure = undefined;
  logger = mockServices.logger.mock();
  const model = new ClusterModel({
    ...{ name: 'north', transport: cluster, clock, random: () => 0.5 },
    onChange: namespaces => hints.change('north', namespaces),
  });
  status = new StatusService([model]);
  hints = new Hints({
    status,
    channels: new HintChannels(Buffer.from('key'), clock),
    signals: {
      async publish(signal) {
        if (failure) {
          throw failure;
        }
        published.push(signal);
      },
    },
    logger,
    clock,
  });
  model.run(stop.signal);
  hints.run(stop.signal);
  await clock.advance(5_000);
});
afterEach(() => stop.abort());

/** Asks for an instance as the router does. */
const ask = (name: string) =>
  hints.listen(entity(name), status.status(entity(name))!).channel;

const toldOn = (channel: string) =>
  published.filter(signal => signal.channel === channel).length;

describe('Hints', () => {
  it('tells that something changed, and nothing else', async () => {
    const channel = ask('a');
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(100);
    expect(toldOn(channel)).toBe(1);
    for (const signal of published) {
      expect(signal).toEqual({
        recipients: { type: 'broadcast' },
        channel: expect.any(String),
        message: {},
      });
    }
  });

  it('says nothing while nothing changes, however long', async () => {
    ask('a');
    cluster.happen('ADDED', deployment('a'));
    // Its events are read, and found not to be there.
    await clock.advance(60_000);
    published = [];
    for (let i = 0; i < 20; i++) {
      await clock.advance(60_000);
      ask('a');
    }
    expect(published).toHaveLength(0);
  });

  it('says nothing when the answer stays the same', async () => {
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    ask('a');
    cluster.happen('MODIFIED', deployment('a', { revisionHistoryLimit: 3 }));
    await clock.advance(1_000);
    expect(published).toHaveLength(0);
  });

  it('says nothing of another instance, even in the same namespace', async () => {
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    const [a, b] = [ask('a'), ask('b')];
    cluster.happen('ADDED', deployment('b'));
    await clock.advance(1_000);
    expect([toldOn(a), toldOn(b)]).toEqual([0, 1]);
  });

  it('tells when the last Deployment goes', async () => {
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    const channel = ask('a');
    cluster.happen('DELETED', deployment('a'));
    await clock.settle();
    // Who asks in between knows already; the others do not.
    ask('a');
    await clock.advance(1_000);
    expect(toldOn(channel)).toBe(1);
  });

  it('tells a burst in at most two hints a second, and its end within a second', async () => {
    const channel = ask('a');
    cluster.happen('ADDED', deployment('a'));
    for (let i = 0; i < 100; i++) {
      await clock.advance(20);
      cluster.happen('MODIFIED', deployment('a', { paused: i % 2 === 0 }));
    }
    expect(toldOn(channel)).toBeGreaterThan(1);
    expect(toldOn(channel)).toBeLessThanOrEqual(5);
    // As it is now; only the end is still to be told.
    await clock.advance(500);
    published = [];
    cluster.happen('MODIFIED', deployment('a', { paused: true }));
    await clock.advance(500);
    expect(toldOn(channel)).toBe(1);
  });

  it('does the same work for one who looks and for many', async () => {
    for (let i = 0; i < 50; i++) {
      ask('a');
    }
    const spied = jest.spyOn(status, 'status');
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    expect(spied).toHaveBeenCalledTimes(1);
    expect(published).toHaveLength(2);
  });

  it('does nothing for what nobody has asked for in a while', async () => {
    ask('a');
    await clock.advance(10 * 60_000);
    const spied = jest.spyOn(status, 'status');
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    expect(spied).not.toHaveBeenCalled();
    expect(published).toHaveLength(0);
  });

  it('tells that the cluster cannot be read any more', async () => {
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    const channel = ask('a');
    cluster.isDown = true;
    // The heartbeat notices.
    await clock.advance(120_000);
    expect(status.status(entity('a'))).toMatchObject({ partial: true });
    expect(published.length).toBeGreaterThan(0);
    expect(toldOn(channel)).toBeGreaterThan(0);
  });

  it('goes on when something could not be published, and says so once', async () => {
    const channel = ask('a');
    failure = new Error('the bus is away');
    cluster.happen('ADDED', deployment('a'));
    await clock.advance(1_000);
    cluster.happen('MODIFIED', deployment('a', { paused: true }));
    await clock.advance(1_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    failure = undefined;
    cluster.happen('MODIFIED', deployment('a'));
    await clock.advance(1_000);
    expect(toldOn(channel)).toBe(1);
  });
});
