import type { ModelServer, StreamFault } from './__testUtils__/ModelServer';
import { startReflector } from './__testUtils__/startReflector';
import { WatchFailure } from './WatchFailure';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let rig: ReturnType<typeof startReflector> | undefined;

afterEach(() => rig?.stop());

function start(prepare: (server: ModelServer) => void) {
  rig = startReflector(prepare);
  return rig;
}

/** A server with five objects, listed and watched. */
async function watching() {
  const started = start(server =>
    ['a', 'b', 'c', 'd', 'e'].forEach(n => server.put(n)),
  );
  await started.clock.advance(SECOND);
  expect(started.phases()).toEqual(['watching']);
  started.changed.length = 0;
  started.states.length = 0;
  started.server.requests.length = 0;
  return started;
}

describe('Reflector', () => {
  it('lists page by page, then follows', async () => {
    const { clock, server, contents, reflector, changed } = start(it =>
      ['a', 'b', 'c'].forEach(name => it.put(name)),
    );
    expect(reflector.state.phase).toBe('starting');
    await clock.advance(SECOND);
    expect(server.requests.map(({ watch }) => watch)).toEqual([
      false,
      false,
      true,
    ]);
    expect(changed).toEqual(['ns/a', 'ns/b', 'ns/c']);
    server.put('d');
    server.put('a');
    server.delete('b');
    await clock.settle();
    expect(contents()).toBe(server.contents);
    expect(changed.slice(3)).toEqual(['ns/d', 'ns/a', 'ns/b']);
  });

  it('resumes where it was when a watch ends, without another list', async () => {
    const { clock, server, contents, phases } = await watching();
    await clock.advance(20 * MINUTE);
    server.put('f');
    await clock.advance(SECOND);
    expect(contents()).toBe(server.contents);
    expect(server.requests.every(({ watch }) => watch)).toBe(true);
    expect(phases()).toEqual([]);
  });

  it('keeps what it has until the new list is whole', async () => {
    const { clock, server, contents, reflector } = await watching();
    const before = contents();
    server.down = true;
    server.break('reset');
    server.put('f');
    server.compact();
    await clock.advance(MINUTE);
    expect(contents()).toBe(before);
    expect(reflector.state).toMatchObject({
      phase: 'failing',
      failure: {
        kind: 'unreachable',
        message: 'the connection failed (ECONNREFUSED)',
      },
    });
    server.down = false;
    await clock.advance(6 * SECOND);
    expect(contents()).toBe(server.contents);
    expect(reflector.state.phase).toBe('watching');
  });

  it.each<[StreamFault, string[]]>([
    ['end', []],
    ['reset', ['failing', 'watching']],
    ['cut in a line', ['failing', 'watching']],
    ['garbage', ['failing', 'watching']],
    ['server error', ['failing', 'watching']],
    ['expired', []],
  ])('goes on after a watch breaks with: %s', async (fault, expected) => {
    const { clock, server, contents, phases } = await watching();
    await clock.advance(5 * SECOND);
    server.break(fault);
    server.put('f');
    server.delete('a');
    await clock.advance(5 * SECOND);
    expect(contents()).toBe(server.contents);
    expect(phases()).toEqual(expected);
  });

  it('lists again when the place to go on from is no longer kept', async () => {
    const { clock, server, contents } = await watching();
    server.break('end');
    server.put('f');
    server.compact();
    await clock.advance(5 * SECOND);
    expect(contents()).toBe(server.contents);
  });

  it('notices a connection that is silent', async () => {
    const { clock, server, contents, phases } = await watching();
    server.break('freeze');
    server.put('f');
    await clock.advance(85 * SECOND);
    expect(phases()).toEqual([]);
    await clock.advance(10 * SECOND);
    expect(phases()).toEqual(['failing', 'watching']);
    expect(contents()).toBe(server.contents);
  });

  it('takes bookmarks for a sign of life, and as the place to go on from', async () => {
    const { clock, server, contents, phases, reflector } = await watching();
    server.proceed();
    await clock.advance(4 * MINUTE);
    expect(phases()).toEqual([]);
    expect(clock.now() - reflector.state.syncedAt!).toBeLessThan(MINUTE);
    server.compact();
    server.break('end');
    await clock.advance(5 * SECOND);
    expect(server.requests.filter(({ watch }) => !watch)).toEqual([]);
    expect(contents()).toBe(server.contents);
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [429, 'rateLimited'],
    [500, 'serverError'],
    [503, 'serverError'],
    [418, 'unexpected'],
  ] as const)('says why while it is answered with %i', async (status, kind) => {
    const { clock, server, reflector, contents } = await watching();
    const before = contents();
    server.faults.push(...Array.from({ length: 4 }, () => ({ status })));
    server.break('reset');
    await clock.advance(3 * SECOND);
    expect(reflector.state).toMatchObject({
      phase: 'failing',
      failure: { kind, message: `answered with status ${status}` },
    });
    expect(contents()).toBe(before);
    await clock.advance(MINUTE);
    expect(reflector.state.phase).toBe('watching');
    expect(contents()).toBe(server.contents);
  });

  it('gets its credentials anew after a 401, and shows nothing when that helps', async () => {
    const { clock, server, phases } = await watching();
    server.faults.push({ status: 401 });
    await clock.advance(SECOND);
    server.break('end');
    await clock.advance(SECOND);
    expect(server.renewals).toBe(1);
    expect(phases()).toEqual([]);
  });

  it.each(['sign-in page', 'not a list'] as const)(
    'does not take a %s for an empty list',
    async fault => {
      const { clock, reflector, changed } = start(server => {
        server.put('a');
        server.faults.push(fault, fault, fault);
      });
      await clock.advance(SECOND);
      expect(reflector.state).toMatchObject({
        phase: 'failing',
        failure: { kind: 'unexpected' },
      });
      expect(changed).toEqual([]);
      await clock.advance(MINUTE);
      expect(changed).toEqual(['ns/a']);
    },
  );

  it('leaves a server alone for as long as it asks', async () => {
    const { clock, server } = await watching();
    server.faults.push({ status: 429, retryAfter: 20 });
    server.break('reset');
    await clock.advance(60 * SECOND);
    const [limited, next] = server.requests.map(({ at }) => at);
    expect(next - limited).toBeGreaterThanOrEqual(20 * SECOND);
    expect(next - limited).toBeLessThan(23 * SECOND);
  });

  it.each([
    ['once, for a second', 1, 1, []],
    ['twice, for a second', 2, 1, ['failing', 'watching']],
    ['once, for three seconds', 1, 3, ['failing', 'watching']],
    ['once, for nobody knows how long', 1, undefined, ['failing', 'watching']],
  ])(
    'of a server that asks to be left alone %s: shows what it has to',
    async (_, times, retryAfter, expected) => {
      const { clock, server, phases } = await watching();
      server.faults.push(...Array(times).fill({ status: 429, retryAfter }));
      await clock.advance(SECOND);
      server.break('end');
      await clock.advance(10 * SECOND);
      expect(phases()).toEqual(expected);
    },
  );

  it('has no objects of a kind that is gone, and finds it when it is there again', async () => {
    const { clock, server, contents, reflector } = await watching();
    server.unserve();
    await clock.advance(5 * SECOND);
    expect(reflector.state.phase).toBe('absent');
    expect(contents()).toBe('{}');
    await clock.advance(10 * MINUTE);
    server.served = true;
    server.put('new');
    await clock.advance(30 * SECOND);
    expect(reflector.state.phase).toBe('watching');
    expect(contents()).toBe(server.contents);
  });

  it('says nothing of a kind before it knows whether there is such a kind', async () => {
    const { clock, phases } = start(server => {
      server.served = false;
    });
    await clock.advance(5 * SECOND);
    expect(phases()).toEqual(['absent']);
  });

  it('does not take for a failure that a kind is gone', async () => {
    const { clock, server, phases } = await watching();
    server.unserve();
    await clock.advance(5 * SECOND);
    expect(phases()).toEqual(['absent']);
  });

  it('does not forget everything because of one 404', async () => {
    const { clock, server, contents, changed, phases } = await watching();
    const before = contents();
    server.faults.push({ status: 404 });
    server.break('end');
    await clock.advance(5 * SECOND);
    expect(contents()).toBe(before);
    expect(changed).toEqual([]);
    expect(phases()).toEqual([]);
  });

  it('reads everything anew about once an hour', async () => {
    const { clock, server, changed } = await watching();
    await clock.advance(3 * 60 * MINUTE);
    const lists = server.requests.filter(({ watch }) => !watch);
    // Three pages each.
    expect(lists.length).toBeGreaterThanOrEqual(6);
    expect(lists.length).toBeLessThanOrEqual(12);
    expect(changed).toEqual([]);
  });

  it('asks a dead server a handful of times a minute', async () => {
    const { clock, server } = await watching();
    server.down = true;
    server.break('reset');
    await clock.advance(10 * MINUTE);
    expect(server.requests.length / 10).toBeLessThan(20);
  });

  it('tries anew at once when it is interrupted', async () => {
    const { clock, server, contents, phases } = await watching();
    server.break('freeze');
    server.put('f');
    rig!.reflector.interrupt(new WatchFailure('unreachable', 'silent'));
    await clock.settle();
    expect(phases()).toEqual(['failing', 'watching']);
    expect(contents()).toBe(server.contents);
    server.down = true;
    server.break('reset');
    await clock.advance(MINUTE);
    server.down = false;
    rig!.reflector.interrupt();
    await clock.settle();
    expect(phases().slice(2)).toEqual(['failing', 'failing', 'watching']);
  });

  it('ends when it is told to', async () => {
    const { clock, stop, server } = await watching();
    await stop();
    const asked = server.requests.length;
    await clock.advance(10 * MINUTE);
    expect(server.requests).toHaveLength(asked);
  });
});
