import fc from 'fast-check';
import {
  lookedAt,
  NOTHING_TOLD,
  type Told,
  type ToldKind,
  type ToldTimes,
} from './told';

/** What is seen, and how long after the look before. */
interface Look {
  seen: ToldKind | undefined;
  afterMs: number;
}

const TIMES: ToldTimes = {
  ...{ unhealthyAfterMs: 50, recoveredAfterMs: 30 },
  ...{ quietPeriodMs: 120, maxStepMs: 20 },
};

const looks: fc.Arbitrary<Look[]> = fc
  .array(
    fc.record({
      seen: fc.constantFrom(
        'healthy' as const,
        'unhealthy' as const,
        undefined,
      ),
      // Long runs of the same, or hardly anything would ever last.
      times: fc.integer({ min: 1, max: 12 }),
      afterMs: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 30 },
  )
  .map(runs =>
    runs.flatMap(({ times, ...each }) => Array<Look>(times).fill(each)),
  );

interface Message {
  at: number;
  kind: ToldKind;
}

/** Goes through looks from a time and a state, which is stored and read in between when `isStored`. */
function go(all: Look[], from: { now: number; told: Told }, isStored = false) {
  const messages: Message[] = [];
  let { now, told } = from;
  for (const { seen, afterMs } of all) {
    now += afterMs;
    const result = lookedAt(told, seen, now, TIMES);
    told = isStored ? JSON.parse(JSON.stringify(result.told)) : result.told;
    if (result.tell) {
      messages.push({ at: now, kind: result.tell });
    }
  }
  return { messages, now, told };
}

const START = { now: 1000, told: NOTHING_TOLD };

const eachRun = (say: (messages: Message[], all: Look[]) => void) =>
  fc.assert(fc.property(looks, all => say(go(all, START).messages, all)));

describe('lookedAt, whatever is seen', () => {
  it('tells of both often enough for the rest to mean something', () => {
    const kinds = fc
      .sample(looks, { numRuns: 200, seed: 1 })
      .flatMap(all => go(all, START).messages.map(({ kind }) => kind));
    expect(kinds.filter(kind => kind === 'unhealthy').length).toBeGreaterThan(
      100,
    );
    expect(kinds.filter(kind => kind === 'healthy').length).toBeGreaterThan(50);
  });

  it('tells of one and the other in turn, unhealthy first', () => {
    eachRun(messages =>
      messages.forEach(({ kind }, index) =>
        expect(kind).toBe(index % 2 === 0 ? 'unhealthy' : 'healthy'),
      ),
    );
  });

  it('tells once in a quiet period at most', () => {
    eachRun(messages =>
      messages.slice(1).forEach(({ at }, index) => {
        expect(at - messages[index].at).toBeGreaterThanOrEqual(
          TIMES.quietPeriodMs,
        );
      }),
    );
  });

  it('tells only of what is seen, and was seen for long enough since the opposite was', () => {
    eachRun((messages, all) => {
      for (const { at, kind } of messages) {
        let now = START.now;
        let lasted = 0;
        let last: ToldKind | undefined;
        for (const { seen, afterMs } of all) {
          now += afterMs;
          if (seen !== undefined && seen !== kind) {
            lasted = 0;
          } else if (seen === kind && last === kind) {
            lasted += Math.min(afterMs, TIMES.maxStepMs);
          }
          last = seen;
          if (now === at) {
            break;
          }
        }
        expect(last).toBe(kind);
        expect(lasted).toBeGreaterThanOrEqual(
          kind === 'unhealthy'
            ? TIMES.unhealthyAfterMs
            : TIMES.recoveredAfterMs,
        );
      }
    });
  });

  it('tells of what lasts, in the end', () => {
    fc.assert(
      fc.property(
        looks,
        fc.constantFrom('healthy' as const, 'unhealthy' as const),
        (all, seen) => {
          const after = go(
            Array<Look>(40).fill({ seen, afterMs: 10 }),
            go(all, START),
          );
          expect(after.told.kind).toBe(seen);
        },
      ),
    );
  });

  it('tells nothing of what is not known', () => {
    fc.assert(
      fc.property(looks, fc.nat(50), (all, times) => {
        const before = go(all, START);
        const { messages, told } = go(
          Array<Look>(times).fill({ seen: undefined, afterMs: 40 }),
          before,
        );
        expect(messages).toEqual([]);
        expect(told.kind).toBe(before.told.kind);
      }),
    );
  });

  it('tells the same when the portal is restarted at any time', () => {
    fc.assert(
      fc.property(looks, fc.nat(), (all, at) => {
        const cut = all.length === 0 ? 0 : at % all.length;
        const first = go(all.slice(0, cut), START, true);
        const second = go(all.slice(cut), first, true);
        expect([...first.messages, ...second.messages]).toEqual(
          go(all, START).messages,
        );
      }),
    );
  });

  it('tells in the end what it could not tell at first', () => {
    fc.assert(
      fc.property(looks, all => {
        // What is not delivered is not told: the state from before is kept.
        let { now, told } = START as { now: number; told: Told };
        for (const { seen, afterMs } of all) {
          now += afterMs;
          const result = lookedAt(told, seen, now, TIMES);
          told = result.tell ? told : result.told;
        }
        const { messages } = go(
          Array<Look>(40).fill({ seen: 'unhealthy', afterMs: 10 }),
          { now, told },
        );
        expect(messages.map(({ kind }) => kind)).toEqual(['unhealthy']);
      }),
    );
  });
});
