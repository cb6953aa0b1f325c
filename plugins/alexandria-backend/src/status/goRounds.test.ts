import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import { goRounds, type RoundedCluster } from './goRounds';

function clusterOf(
  due: Record<string, boolean>,
  say: (namespace: string) => void,
): RoundedCluster {
  return {
    namespaces: () => Object.keys(due),
    said: {
      isDue: namespace => due[namespace],
      inShort: namespace => {
        due[namespace] = false;
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
      ...{ a: true, b: false, c: true },
    };
    go(
      clusterOf(due, namespace => said.push(`north/${namespace}`)),
      clusterOf({ a: true }, namespace => said.push(`south/${namespace}`)),
    );
    await clock.advance(0);
    expect(said).toEqual(['north/a', 'north/c', 'south/a']);
    due.b = true;
    await clock.advance(5_000);
    expect(said.slice(3)).toEqual(['north/b']);
    await clock.advance(60_000);
    expect(said).toHaveLength(4);
  });

  it('rests as long as it works when it comes by first, and nine times as long after that', async () => {
    const said: number[] = [];
    let begun = clock.now();
    const due = { a: true, b: true };
    go(
      clusterOf(due, () => {
        said.push(clock.now() - begun);
        worked += 20;
      }),
    );
    await clock.advance(1_000);
    expect(said).toEqual([0, 20]);
    await clock.advance(4_000);
    begun = clock.now();
    due.a = true;
    due.b = true;
    said.length = 0;
    await clock.advance(5_000);
    expect(said[1] - said[0]).toBe(180);
  });

  it('goes on after what was thrown, and tells it', async () => {
    const said: string[] = [];
    go(
      clusterOf({ a: true, b: true }, namespace => {
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
      clusterOf({ a: true, b: true }, namespace => {
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
