import fc from 'fast-check';
import type {
  ModelServer,
  RequestFault,
  StreamFault,
} from './__testUtils__/ModelServer';
import type { Reflector } from './Reflector';
import { WatchFailure } from './WatchFailure';
import { startReflector } from './__testUtils__/startReflector';

const MINUTE = 60_000;

/** Something that happens to a server, and how long after it nothing does, in milliseconds. */
interface Step {
  what: string;
  happen(server: ModelServer, reflector: Reflector<string>): void;
  pause: number;
}

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

const requestFault: fc.Arbitrary<RequestFault> = fc.oneof(
  fc.constantFrom<RequestFault>(
    'refused',
    'hangs',
    'sign-in page',
    'not a list',
    'ends at once',
    'cut off',
  ),
  fc.record({
    status: fc.constantFrom(401, 403, 410, 429, 500, 503),
    retryAfter: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  }),
);

const streamFault = fc.constantFrom<StreamFault>(
  'reset',
  'cut in a line',
  'end in a line',
  'end',
  'freeze',
  'garbage',
  'expired',
  'server error',
);

const pause = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2_000 }),
  fc.integer({ min: 0, max: 3 * MINUTE }),
);

const happening: fc.Arbitrary<Omit<Step, 'pause'>> = fc.oneof(
  {
    weight: 6,
    arbitrary: names.map(name => ({
      what: `put ${name}`,
      happen: (server: ModelServer) => server.put(name),
    })),
  },
  {
    weight: 3,
    arbitrary: names.map(name => ({
      what: `delete ${name}`,
      happen: (server: ModelServer) => server.delete(name),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'something else changes',
      happen: (server: ModelServer) => server.proceed(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'bookmark',
      happen: (server: ModelServer) => server.bookmark(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'compact',
      happen: (server: ModelServer) => server.compact(),
    }),
  },
  {
    weight: 2,
    arbitrary: streamFault.map(fault => ({
      what: `watches: ${fault}`,
      happen: (server: ModelServer) => server.break(fault),
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(requestFault, { minLength: 1, maxLength: 4 })
      .map(faults => ({
        what: `requests: ${JSON.stringify(faults)}`,
        happen: (server: ModelServer) => {
          server.faults.push(...faults);
        },
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'down',
      happen: (server: ModelServer) => {
        server.down = true;
        server.break('reset');
      },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'up',
      happen: (server: ModelServer) => {
        server.down = false;
      },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'the CRD is deleted',
      happen: (server: ModelServer) => server.unserve(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      what: 'the CRD is created',
      happen: (server: ModelServer) => {
        server.served = true;
      },
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .option(fc.constant(new WatchFailure('unreachable', 'gone')), {
        nil: undefined,
      })
      .map(failure => ({
        what: `interrupt ${failure?.message}`,
        happen: (_server: ModelServer, reflector: Reflector<string>) =>
          reflector.interrupt(failure),
      })),
  },
);

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(happening, pause).map(([{ what, happen }, ms]) => ({
    what,
    happen,
    pause: ms,
    [fc.toStringMethod]: () => `${what}, then ${ms} ms`,
  })),
  { maxLength: 40 },
);

describe('Reflector, whatever happens', () => {
  it('shows only what once was, in order, and ends equal to a fresh list', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async happenings => {
        const rig = startReflector(server => server.put('a'));
        const { clock, server, contents, reflector } = rig;
        let reached = 0;
        const check = () => {
          const { syncedAt } = reflector.state;
          // Before the first list nothing is known, and nothing is claimed.
          const possible =
            syncedAt === undefined
              ? [{ kept: '{}', at: 0 }]
              : server
                  .versionsWith(contents())
                  .filter(at => at >= reached)
                  .map(at => ({ kept: contents(), at }));
          expect(possible.map(({ kept }) => kept)).toContain(contents());
          reached = possible[0].at;
        };
        try {
          for (const step of happenings) {
            step.happen(server, reflector);
            await clock.advance(step.pause);
            check();
          }
          server.faults.length = 0;
          server.down = false;
          server.served = true;
          // Twice what a wait of the server's own choice and a silent connection may take.
          await clock.advance(10 * MINUTE);
          check();
          expect(contents()).toBe(server.contents);
          expect(reflector.state.phase).toBe('watching');
        } finally {
          await rig.stop();
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('follows an hour of churn through faults of every kind, and asks no more for it', async () => {
    const rig = startReflector(server => server.put('a'));
    const { clock, server, contents, reflector } = rig;
    const faults: StreamFault[] = [
      ...(['end', 'reset', 'expired', 'server error', 'garbage'] as const),
      ...(['cut in a line', 'end in a line', 'freeze'] as const),
    ];
    let written = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      for (let second = 0; second < 60; second += 1) {
        for (let change = 0; change < 5; change += 1) {
          written += 1;
          // 7 and 11 have nothing to do with the number of names: each is written and deleted at any time.
          server.put(`n${(written * 7) % 23}`);
          server.delete(`n${(written * 11) % 23}`);
        }
        await clock.advance(1_000);
      }
      server.break(faults[minute % faults.length]);
      // As kube-apiserver has etcd do it.
      if (minute % 5 === 4) {
        server.compact();
      }
    }
    await clock.advance(2 * MINUTE);
    expect(contents()).toBe(server.contents);
    expect(reflector.state.phase).toBe('watching');
    const lists = server.requests.filter(({ watch }) => !watch).length;
    // A fault a minute is one watch each, and a list of twelve pages for those after which the place is lost.
    expect(server.requests.length - lists).toBeLessThan(60 * 4);
    expect(lists).toBeLessThan(30 * 12);
    await rig.stop();
  }, 60_000);
});
