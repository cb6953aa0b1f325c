import { Readable } from 'node:stream';
import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import type { Transport } from '../watch/Transport';
import { SecretReader } from './SecretReader';

const CANARY = 'canary-8c21';

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const metadataOf = (name: string, keys: string[] = ['jwt-secret']): Answer => ({
  status: 200,
  body: {
    kind: 'PartialObjectMetadata',
    metadata: {
      ...{ name, namespace: 'library', resourceVersion: '1' },
      annotations: { 'last-applied-configuration': CANARY },
      managedFields: [
        {
          time: '2025-12-31T00:00:00Z',
          fieldsV1: {
            'f:data': Object.fromEntries(keys.map(key => [`f:${key}`, {}])),
          },
        },
      ],
    },
  },
});

const notFound = (name: string): Answer => ({
  status: 404,
  body: {
    ...{ kind: 'Status', reason: 'NotFound' },
    details: { kind: 'secrets', name },
  },
});

const known = (name: string, patch: object = {}) =>
  expect.objectContaining({
    ...{ namespace: 'library', name, tier: 1, exists: true },
    ...{ keys: { 'jwt-secret': {} } },
    ...patch,
  });

describe('SecretReader', () => {
  const clock = new VirtualClock();
  let stop: AbortController;
  let asked: string[];
  let changed: string[];
  let renewed: number;
  let formats: Set<string>;
  let answers: Record<string, Answer | Error>;
  let reader: SecretReader;

  beforeEach(() => {
    stop = new AbortController();
    [asked, changed, renewed, answers] = [[], [], 0, {}];
    formats = new Set();
    const transport: Transport = {
      async get(path, query, _, accept) {
        formats.add(`${accept} ${JSON.stringify(query)}`);
        const name = path.replace('/api/v1/namespaces/library/secrets/', '');
        asked.push(name);
        const answer = answers[name] ?? notFound(name);
        if (answer instanceof Error) {
          throw answer;
        }
        const { status, body, headers = {} } = answer;
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return { status, headers, body: Readable.from([Buffer.from(text)]) };
      },
      renewCredentials: () => {
        renewed += 1;
      },
    };
    reader = new SecretReader({
      ...{ tier: 1, transport, clock, random: () => 0.5 },
      onChange: namespace => changed.push(namespace),
    });
    reader.run(stop.signal);
  });
  afterEach(() => stop.abort());

  async function follow(...names: string[]) {
    reader.follow('library', names);
    await clock.advance(6_000);
  }

  const said = () => ({
    states: reader.states('library'),
    unreadable: reader.unreadable('library'),
  });

  it('asks for nothing that nobody needs', async () => {
    await clock.advance(600_000);
    expect({ asked, ...said() }).toEqual({
      ...{ asked: [], states: [], unreadable: [] },
    });
  });

  it('knows what is there and what is not', async () => {
    answers = { a: metadataOf('a') };
    await follow('a', 'b');
    expect(said()).toEqual({
      states: [known('a'), expect.objectContaining({ exists: false })],
      unreadable: [],
    });
    expect(changed).toEqual(['library', 'library']);
    expect([...formats]).toEqual([
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1 {}',
    ]);
    expect(JSON.stringify(said())).not.toContain(CANARY);
  });

  it('asks once a minute, and tells what became different', async () => {
    answers = { a: metadataOf('a') };
    await follow('a');
    await clock.advance(600_000);
    expect(asked.length).toBeGreaterThanOrEqual(9);
    expect(asked.length).toBeLessThanOrEqual(11);
    expect(changed).toHaveLength(1);
    answers = { a: metadataOf('a', ['other']) };
    await clock.advance(66_000);
    expect(said().states).toEqual([known('a', { keys: { other: {} } })]);
    expect(changed).toHaveLength(2);
  });

  it('asks soon where something happened, and no sooner for much', async () => {
    await follow('a');
    answers = { a: metadataOf('a') };
    for (let second = 0; second < 20; second++) {
      reader.hasten('library');
      await clock.advance(1_000);
    }
    expect(said().states).toEqual([known('a')]);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('forgets what nobody needs any more', async () => {
    answers = { a: metadataOf('a'), b: metadataOf('b') };
    await follow('a', 'b');
    reader.follow('library', ['b']);
    expect(said().states).toEqual([known('b')]);
    reader.follow('library', []);
    expect(said().states).toEqual([]);
  });

  it('says which may not be read, and reads the others', async () => {
    answers = {
      a: { status: 403, body: CANARY },
      b: metadataOf('b'),
      c: { status: 403, body: CANARY },
    };
    await follow('a', 'b', 'c');
    expect(said()).toEqual({
      states: [known('b')],
      unreadable: [
        {
          ...{ kind: 'Secret', namespace: 'library', reason: 'forbidden' },
          message: 'a, c: answered with status 403',
        },
      ],
    });
    answers.a = metadataOf('a');
    answers.c = metadataOf('c');
    await clock.advance(66_000);
    expect(said().unreadable).toEqual([]);
  });

  it('reads the others although the server fails at one', async () => {
    const names = Array.from({ length: 90 }, (_, index) => `s${index}`);
    answers = Object.fromEntries(names.map(name => [name, metadataOf(name)]));
    answers.s0 = { status: 500, body: CANARY };
    await follow(...names);
    await clock.advance(60_000);
    expect(said()).toEqual({
      states: names.slice(1).map(name => known(name)),
      unreadable: [
        expect.objectContaining({ message: 's0: answered with status 500' }),
      ],
    });
  });

  it.each<[string, Answer]>([
    [
      'the whole Secret in place of its metadata',
      {
        status: 200,
        body: {
          ...(metadataOf('a').body as object),
          ...{ kind: 'Secret', data: { key: CANARY } },
        },
      },
    ],
    ['another Secret', metadataOf('other')],
    ['a page of a proxy', { status: 200, body: `<html>${CANARY}` }],
    ['nothing to be found, from a proxy', { status: 404, body: { CANARY } }],
    ['that something else is missing', notFound('other')],
    ['more than fits', { status: 200, body: 'x'.repeat(5_000_000) }],
  ])('takes nothing from an answer that holds %s', async (_, answer) => {
    answers = { a: answer, b: metadataOf('b') };
    await follow('a', 'b');
    expect(said()).toEqual({
      states: [known('b')],
      unreadable: [expect.objectContaining({ reason: 'failing' })],
    });
    expect(JSON.stringify(said())).not.toContain(CANARY);
  });

  it.each<[string, Answer | Error, string]>([
    ['is away', new Error(CANARY), 'unreachable'],
    ['breaks', { status: 500, body: CANARY }, 'failing'],
    ['limits the rate', { status: 429, body: '' }, 'failing'],
    ['knows nobody', { status: 401, body: '' }, 'forbidden'],
  ])(
    'asks less of a cluster that %s, and says so of what it never had',
    async (_, answer, reason) => {
      answers = Object.fromEntries(
        Array.from({ length: 20 }, (__, index) => [`s${index}`, answer]),
      );
      await follow(...Object.keys(answers));
      expect(asked.length).toBeLessThanOrEqual(12);
      expect(said()).toEqual({
        states: [],
        unreadable: [expect.objectContaining({ reason })],
      });
      expect(JSON.stringify(said())).not.toContain(CANARY);
      await clock.advance(600_000);
      expect(asked.length).toBeLessThanOrEqual(600);
      expect(renewed > 0).toBe(reason === 'forbidden');
    },
  );

  it('keeps what it knew of a cluster that went, and says how old it is', async () => {
    answers = { a: metadataOf('a') };
    await follow('a');
    const readAt = clock.now();
    answers = { a: new Error('gone') };
    await clock.advance(120_000);
    expect(said()).toEqual({ states: [known('a')], unreadable: [] });
    await clock.advance(240_000);
    expect(said()).toEqual({
      states: [known('a')],
      unreadable: [
        expect.objectContaining({
          reason: 'stale',
          syncedAt: expect.any(Date),
        }),
      ],
    });
    const [{ syncedAt }] = reader.unreadable('library');
    expect(Math.abs(syncedAt!.getTime() - readAt)).toBeLessThan(10_000);
    answers = { a: metadataOf('a') };
    await clock.advance(120_000);
    expect(said()).toEqual({ states: [known('a')], unreadable: [] });
  });
});
