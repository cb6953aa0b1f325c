import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import { goRounds, type RoundedCluster } from './goRounds';

function clusterOf(
  due: Record<string, 'old' | 'unsaid' | undefined>,
  say: (namespace: string) => void,
): RoundedCluster {
  return {
    namespaces: () => Object.keys(due),
    said: {
      isDue: namespace => due[namespace],
      inShort: namespace => {
        due[namespace] = undefined;
        say(namespace);
      },
    },
  };
}

describe('goRounds', () => {
  let clock: VirtualClock;
  /** What was worked took this, in milliseconds, which no test lets pass. */
  let worked: number;
  let stop: AbortController;
  let errors: unknown[];
  let going: Promise<void>;
  const go = (...clusters: RoundedCluster[]) => {
    going = goRounds(clusters, error => errors.push(error), stop.signal, {
      now: () => clock.now() + worked,
      sleep: (ms, signal) => clock.sleep(ms, signal),
      turn: () => clock.turn(),
    });
  };
  beforeEach(() => {
    clock = new VirtualClock();
    worked = 0;
    stop = new AbortController();
    errors = [];
  });
  afterEach(async () => {
    stop.abort();
    await going;
  });

  it('says what is due in every cluster, again and again, and nothing else', async () => {
    const said: string[] = [];
    const due: Parameters<typeof clusterOf>[0] = {
      ...{ a: 'unsaid', b: undefined, c: 'old' },
    };
    go(
      clusterOf(due, namespace => said.push(`north/${namespace}`)),
      clusterOf({ a: 'old' }, namespace => said.push(`south/${namespace}`)),
    );
    await clock.advance(0);
    expect(said).toEqual(['north/a', 'north/c', 'south/a']);
    due.b = 'old';
    await clock.advance(5_000);
    expect(said.slice(3)).toEqual(['north/b']);
    await clock.advance(60_000);
    expect(said).toHaveLength(4);
  });

  it.each([
    ['old', 'nine times as long', 9],
    ['unsaid', 'as long', 1],
  ] as const)('rests after what is %s %s', async (due, _, times) => {
    const said: number[] = [];
    const begun = clock.now();
    go(
      clusterOf({ a: due, b: due }, () => {
        said.push(clock.now() - begun);
        worked += 20;
      }),
    );
    await clock.advance(20 * times - 1);
    expect(said).toHaveLength(1);
    await clock.advance(1);
    expect(said).toEqual([0, 20 * times]);
  });

  it('goes on after what was thrown, and tells it', async () => {
    const said: string[] = [];
    go(
      clusterOf({ a: 'unsaid', b: 'unsaid' }, namespace => {
        if (namespace === 'a') {
          throw new Error('cannot');
        }
        said.push(namespace);
      }),
    );
    await clock.advance(0);
    expect(errors).toEqual([new Error('cannot')]);
    expect(said).toEqual(['b']);
  });

  it('ends within a round, and while it rests', async () => {
    const said: string[] = [];
    go(
      clusterOf({ a: 'unsaid', b: 'unsaid' }, namespace => {
        said.push(namespace);
        stop.abort();
      }),
    );
    await going;
    expect(said).toEqual(['a']);
    stop = new AbortController();
    go(clusterOf({}, () => {}));
    await clock.advance(1_000);
    stop.abort();
    await expect(going).resolves.toBeUndefined();
  });
});
