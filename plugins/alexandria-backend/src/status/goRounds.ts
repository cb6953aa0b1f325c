import { systemClock, type Clock } from '../watch/Clock';

/** How long after one round the next begins, in milliseconds. */
const PAUSE_MS = 5_000;

/** How many times as long as something took nothing is done after it: a tenth of a core, at most, for the largest of fleets. */
const REST = 9;

/** The same for what no round has come by yet: after a start, so that whoever comes first waits little. */
const FIRST_REST = 1;

/** Rests are put together until they are worth a timer, in milliseconds. */
const LEAST_REST_MS = 10;

/** A cluster, of each namespace of which something is said. */
export interface RoundedCluster {
  namespaces(): Iterable<string>;
  readonly said: {
    /** Whether what was said in short of a namespace is old, or nothing is said that is good. */
    isDue(namespace: string): boolean;
    /** Works out what is said of a namespace. */
    inShort(namespace: string): unknown;
  };
}

/**
 * Says anew what is said of every namespace, one after the other and without haste, again and again: for whoever asks for thousands it has
 * been said already.
 *
 * @param onError - is told what was thrown; the round goes on
 * @returns resolves once the signal is aborted
 */
export async function goRounds(
  clusters: readonly RoundedCluster[],
  onError: (error: unknown) => void,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<void> {
  /** @returns how long that took, in milliseconds */
  const say = ({ said }: RoundedCluster, namespace: string): number => {
    if (!said.isDue(namespace)) {
      return 0;
    }
    const begun = clock.now();
    try {
      said.inShort(namespace);
    } catch (error) {
      onError(error);
    }
    return clock.now() - begun;
  };
  const sleep = (ms: number) => clock.sleep(ms, signal).catch(() => {});
  // By cluster, those by which the round before came.
  const before = new Map<RoundedCluster, Set<string>>();
  while (!signal.aborted) {
    let owed = 0;
    for (const cluster of clusters) {
      const visited = before.get(cluster);
      const namespaces = new Set(cluster.namespaces());
      before.set(cluster, namespaces);
      for (const namespace of namespaces) {
        if (signal.aborted) {
          return;
        }
        const rest = visited?.has(namespace) ? REST : FIRST_REST;
        owed += say(cluster, namespace) * rest;
        if (owed >= LEAST_REST_MS) {
          await sleep(owed);
          owed = 0;
        }
      }
    }
    await sleep(owed + PAUSE_MS);
  }
}
