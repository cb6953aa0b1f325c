/** What an owner is told of a Deployment. */
export type ToldKind = 'healthy' | 'unhealthy';

/** What an owner was told last of a Deployment, and what has become of it since. */
export interface Told {
  /** `healthy` also when nothing was told yet. */
  kind: ToldKind;
  /** When it was told, in milliseconds since the epoch; absent when nothing was told yet. */
  at?: number;
  /** For how long it has been known to be the other, in milliseconds. */
  otherMs: number;
  /** When it was last known to be the other, in milliseconds since the epoch; absent when the last look did not tell. */
  seenAt?: number;
}

/** When something is told, all in milliseconds. */
export interface ToldTimes {
  /** For how long a Deployment has to be known to be unhealthy. */
  unhealthyAfterMs: number;
  /** For how long one that was told to be unhealthy has to be known to be healthy. */
  recoveredAfterMs: number;
  /** For how long nothing is told of a Deployment after something was. */
  quietPeriodMs: number;
  /** What lies between two looks counts as known no longer than this: nobody may have looked for a day. */
  maxStepMs: number;
}

/** Of a Deployment of which nothing was told. */
export const NOTHING_TOLD: Told = { kind: 'healthy', otherMs: 0 };

/**
 * What follows from one look at a Deployment.
 *
 * - What was told last is not told again, so that `unhealthy` and `healthy` alternate, and `unhealthy` is the first.
 * - It has to be known to be the other for a time, without having been known to be what was told. While that cannot be told,
 *   as when its cluster is away, the time stands still.
 * - What becomes due in the quiet period waits for its end, and is told then if it is still so.
 *
 * @param seen - undefined when it is neither, or not known
 * @param now - in milliseconds since the epoch
 * @returns `tell` is what is to be told; `told` holds once it was
 */
export function lookedAt(
  before: Told,
  seen: ToldKind | undefined,
  now: number,
  times: ToldTimes,
): { told: Told; tell?: ToldKind } {
  const { kind, at, otherMs, seenAt } = before;
  const told = { kind, ...(at === undefined ? {} : { at }) };
  if (seen === undefined) {
    return { told: { ...told, otherMs } };
  }
  if (seen === kind) {
    return { told: { ...told, otherMs: 0 } };
  }
  const step = seenAt === undefined ? 0 : now - seenAt;
  const knownMs = otherMs + Math.min(Math.max(step, 0), times.maxStepMs);
  const isDue =
    knownMs >=
    (seen === 'unhealthy' ? times.unhealthyAfterMs : times.recoveredAfterMs);
  const isQuiet = at !== undefined && now - at < times.quietPeriodMs;
  return isDue && !isQuiet
    ? { told: { kind: seen, at: now, otherMs: 0 }, tell: seen }
    : { told: { ...told, otherMs: knownMs, seenAt: now } };
}
