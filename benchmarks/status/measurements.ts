import { summarize, type Measured } from '../measure';
import type { Fleet, Sample } from './Fleet';
import { sleep, until, type RunningPortal } from './RunningPortal';
import type { Counts } from './CountedCluster';

const now = () => performance.timeOrigin + performance.now();

/**
 * Looks at one entity after the other, so many times a second, as people would who each look again after 10 s.
 *
 * @param perSecond - a look begins at its time, whether or not the one before has been answered
 * @returns how long each took, in milliseconds
 */
export async function lookAround(
  portal: RunningPortal,
  samples: readonly Sample[],
  {
    looks,
    perSecond,
    what = 'look',
  }: { looks: number; perSecond: number; what?: 'look' | 'find' },
): Promise<number[]> {
  const begun = now();
  return Promise.all(
    Array.from({ length: looks }, async (_, index) => {
      await sleep(Math.max(0, begun + (index * 1000) / perSecond - now()));
      const { took } = await portal[what](samples[index % samples.length].name);
      return took;
    }),
  );
}

/** Breaks pods one after the other. @returns how long until an answer of the portal says so */
export async function followChanges(
  portal: RunningPortal,
  fleet: Fleet,
  samples: readonly Sample[],
): Promise<Measured> {
  const times: number[] = [];
  for (const { name, ...where } of samples) {
    const told = await fleet.ask('change', { ...where, isBroken: true });
    await until(
      `what happened to ${name} is told`,
      async () => (await portal.look(name)).text.includes('CrashLoopBackOff'),
      5,
    );
    times.push(now() - told);
    await fleet.ask('change', { ...where, isBroken: false });
  }
  return summarize(times);
}

/** Breaks and mends pods all the time. @returns what ends it */
export function churn(fleet: Fleet, samples: readonly Sample[], pause: number) {
  let isOver = false;
  const run = async () => {
    for (let index = 0; !isOver; index++) {
      const { cluster, instance } = samples[(index >> 1) % samples.length];
      const isBroken = index % 2 === 0;
      await fleet.ask('change', { cluster, instance, isBroken });
      await sleep(pause);
    }
  };
  const running = run();
  // Whoever ends it is told.
  running.catch(() => undefined);
  return async () => {
    isOver = true;
    await running;
  };
}

/** What a cluster is asked in an hour, from what all were in some seconds in which people look. */
export function perClusterAndHour(
  { lists, heartbeats, absent }: Counts,
  { clusters, seconds }: { clusters: number; seconds: number },
): number {
  return ((lists + heartbeats + absent) / clusters / seconds) * 3600;
}
