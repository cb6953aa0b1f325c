import { Readable } from 'node:stream';
import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import type { Transport } from '../watch/Transport';
import { EventReader } from './EventReader';

const PATH = '/api/v1/namespaces/dev/events';

const event = (name: string, patch: object = {}) => ({
  metadata: {
    ...{ name, namespace: 'dev', resourceVersion: '1' },
    creationTimestamp: '2026-01-01T00:00:00Z',
    managedFields: [{ manager: 'kubelet' }],
  },
  involvedObject: { kind: 'Pod', namespace: 'dev', name: 'a', uid: '1' },
  ...{ type: 'Warning', reason: 'FailedScheduling', message: name },
  lastTimestamp: '2026-01-01T00:00:00Z',
  ...patch,
});

const pod = (name: string) => ({ namespace: 'dev', kind: 'Pod', name });

describe('EventReader', () => {
  let clock: VirtualClock;
  let stop: AbortController;
  let asked: { path: string; query: Record<string, string> }[];
  let changed: string[];
  let renewed: number;
  let answer: { status: number; events: unknown[] } | Error;
  let reader: EventReader;

  beforeEach(() => {
    clock = new VirtualClock();
    stop = new AbortController();
    [asked, changed, renewed] = [[], [], 0];
    answer = { status: 200, events: [event('first')] };
    const transport: Transport = {
      async get(path, query) {
        asked.push({ path, query });
        if (answer instanceof Error) {
          throw answer;
        }
        const list = {
          kind: 'EventList',
          metadata: { resourceVersion: '1' },
          items: answer.events,
        };
        return {
          status: answer.status,
          headers: {},
          body: Readable.from([Buffer.from(JSON.stringify(list))]),
        };
      },
      renewCredentials: () => {
        renewed += 1;
      },
    };
    reader = new EventReader({
      ...{ transport, clock, random: () => 0.5 },
      onChange: namespace => changed.push(namespace),
    });
    reader.run(stop.signal);
  });
  afterEach(() => stop.abort());

  const messages = () =>
    reader.events('dev')?.map(each => (each as { message: string }).message);

  it('asks for nothing while all is well', async () => {
    reader.follow(pod('a'), undefined);
    await clock.advance(600_000);
    expect(asked).toEqual([]);
    expect(reader.events('dev')).toBeUndefined();
  });

  it('reads those of one object that failed, within seconds', async () => {
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(asked).toEqual([
      {
        path: PATH,
        query: {
          fieldSelector: 'involvedObject.kind=Pod,involvedObject.name=a',
          limit: '100',
        },
      },
    ]);
    expect(reader.events('dev')).toEqual([
      {
        ...{ apiVersion: 'v1', kind: 'Event' },
        ...{ type: 'Warning', reason: 'FailedScheduling', message: 'first' },
        metadata: {
          ...{ name: 'first', namespace: 'dev' },
          creationTimestamp: '2026-01-01T00:00:00Z',
        },
        involvedObject: { kind: 'Pod', namespace: 'dev', name: 'a' },
        lastTimestamp: '2026-01-01T00:00:00Z',
      },
    ]);
    expect(changed).toEqual(['dev']);
  });

  it('leaves what is on its way half a minute', async () => {
    reader.follow(pod('a'), 'waiting');
    await clock.advance(25_000);
    reader.follow(pod('a'), 'waiting');
    expect(asked).toEqual([]);
    await clock.advance(10_000);
    expect(asked).toHaveLength(1);
  });

  it('does not wait any more when that fails', async () => {
    reader.follow(pod('a'), 'waiting');
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(asked).toHaveLength(1);
  });

  it('reads those of an autoscaler once a minute, however often it changes', async () => {
    for (let seconds = 0; seconds < 60; seconds += 5) {
      reader.follow(pod('a'), 'scaled');
      await clock.advance(5_000);
    }
    expect(asked).toHaveLength(1);
    await clock.advance(15_000);
    expect(asked).toHaveLength(2);
  });

  it('leaves none of what fails out for what is well', async () => {
    for (let index = 0; index < 200; index += 1) {
      const namespace = `well-${index}`;
      reader.follow({ ...pod('a'), namespace }, 'scaled');
    }
    for (let index = 0; index < 600; index += 1) {
      const namespace = `unwell-${index}`;
      reader.follow({ ...pod('a'), namespace }, 'failed');
    }
    await clock.advance(20_000);
    const askedOf = (group: string) =>
      new Set(
        asked
          .map(({ path }) => path)
          .filter(path => path.includes(`/${group}-`)),
      ).size;
    expect([askedOf('well'), askedOf('unwell')]).toEqual([100, 500]);
  });

  it('reads once a minute, and within seconds when the object changed', async () => {
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    await clock.advance(54_000);
    expect(asked).toHaveLength(1);
    await clock.advance(12_000);
    expect(asked).toHaveLength(2);
    await clock.advance(20_000);
    answer = { status: 200, events: [event('second')] };
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(asked).toHaveLength(3);
    expect(messages()).toEqual(['second']);
  });

  it('says nothing when they are as before', async () => {
    reader.follow(pod('a'), 'failed');
    await clock.advance(300_000);
    expect(asked.length).toBeGreaterThan(3);
    expect(changed).toEqual(['dev']);
  });

  it.each(['well again', 'gone'])('forgets what is %s', async () => {
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    reader.follow(pod('a'), undefined);
    await clock.advance(300_000);
    expect(asked).toHaveLength(1);
    expect(reader.events('dev')).toBeUndefined();
  });

  it('keeps the ten latest, however their time is written, and only those about the object', async () => {
    const at = (second: number) =>
      `2026-01-01T00:00:${String(second).padStart(2, '0')}Z`;
    const old = Array.from({ length: 12 }, (_, i) =>
      event(`old-${i}`, { lastTimestamp: at(i) }),
    );
    answer = {
      status: 200,
      events: [
        ...old,
        event('series', {
          lastTimestamp: null,
          series: { count: 3, lastObservedTime: at(40) },
        }),
        event('once', { lastTimestamp: null, eventTime: at(30) }),
        event('other', {
          lastTimestamp: at(50),
          involvedObject: { kind: 'Pod', namespace: 'dev', name: 'b' },
        }),
      ],
    };
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(messages()).toEqual([
      ...['series', 'once', 'old-11', 'old-10', 'old-9', 'old-8'],
      ...['old-7', 'old-6', 'old-5', 'old-4'],
    ]);
  });

  it('cuts what is longer than the API server takes', async () => {
    const message = 'x'.repeat(5_000);
    answer = { status: 200, events: [event('long', { message })] };
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(messages()![0]).toHaveLength(1_024);
  });

  it('reads of twenty objects in a namespace, and of 500 in all', async () => {
    for (let i = 0; i < 30; i++) {
      for (let j = 0; j < 30; j++) {
        reader.follow(
          { namespace: `ns-${i}`, kind: 'Pod', name: `pod-${j}` },
          'failed',
        );
      }
    }
    await clock.advance(6_000);
    expect(asked).toHaveLength(500);
    expect(new Set(asked.map(({ path }) => path)).size).toBe(25);
    // One that is well again makes room.
    reader.follow({ namespace: 'ns-0', kind: 'Pod', name: 'pod-0' }, undefined);
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(asked).toHaveLength(501);
  });

  it.each<[string, typeof answer, object]>([
    [
      'may not',
      { status: 403, events: [] },
      { reason: 'forbidden', message: 'answered with status 403' },
    ],
    [
      'cannot',
      { status: 500, events: [] },
      { reason: 'failing', message: 'answered with status 500' },
    ],
    ['gets no answer', new Error('refused'), { reason: 'unreachable' }],
    [
      'gets more than a page',
      { status: 200, events: [event('x', { message: 'x'.repeat(2 ** 20) })] },
      {
        reason: 'failing',
        message: 'sent more than a page of events can hold',
      },
    ],
  ])('says when it %s read them', async (_, given, said) => {
    answer = given;
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(reader.events('dev')).toBeUndefined();
    expect(reader.unreadable('dev')).toEqual([
      expect.objectContaining({ kind: 'Event', namespace: 'dev', ...said }),
    ]);
    expect(reader.unreadable('other')).toEqual([]);
    expect(changed).toEqual(['dev']);
  });

  it('keeps what it read while the cluster fails, and recovers', async () => {
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    answer = new Error('refused');
    await clock.advance(150_000);
    expect(messages()).toEqual(['first']);
    expect(reader.unreadable('dev')).toEqual([]);
    await clock.advance(60_000);
    expect(messages()).toEqual(['first']);
    expect(reader.unreadable('dev')).toMatchObject([{ reason: 'stale' }]);
    answer = { status: 200, events: [event('second')] };
    await clock.advance(60_000);
    expect(messages()).toEqual(['second']);
    expect(reader.unreadable('dev')).toEqual([]);
  });

  it('brings other credentials after a 401', async () => {
    answer = { status: 401, events: [] };
    reader.follow(pod('a'), 'failed');
    await clock.advance(6_000);
    expect(renewed).toBe(1);
  });
});
