import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import type { DiscoveryOptions } from '../options/readDiscoveryOptions';

type Schedule = SchedulerServiceTaskScheduleDefinition;

/** How long the first look waits, in milliseconds: a catalog that is new reads what is registered in this time. */
const FIRST_LOOK_MS = 15_000;

/** What the first looks of all clusters are spread over, in milliseconds, and less where each is looked at more often. */
const SPREAD_MS = 60_000;

/** How many times the frequency may lie between two looks of which both count. */
const MAX_FREQUENCIES = 2;

/** As {@link MAX_FREQUENCIES}, in milliseconds, where looks are not evenly apart. */
const MAX_STEP_MS = 5 * 60_000;

const millisecondsOf = (
  duration: NonNullable<Schedule['initialDelay']>,
): number =>
  'toMillis' in duration && typeof duration.toMillis === 'function'
    ? duration.toMillis()
    : durationToMilliseconds(duration as { milliseconds?: number });

/** Undefined for a cron expression and for a manual trigger. */
const frequencyOf = ({ frequency }: Schedule): number | undefined =>
  'cron' in frequency || 'trigger' in frequency
    ? undefined
    : millisecondsOf(frequency);

/** What may lie between two looks, in milliseconds, for the time between them to be known. */
export const maxStepOf = (schedule: Schedule): number => {
  const frequency = frequencyOf(schedule);
  return frequency === undefined ? MAX_STEP_MS : frequency * MAX_FREQUENCIES;
};

/** A schedule for each cluster, by its name: the same for all but for the first look, so that not all come at once. */
export function schedulesOf({
  clusters,
  schedule,
}: Pick<DiscoveryOptions, 'clusters' | 'schedule'>): Map<string, Schedule> {
  const { initialDelay } = schedule;
  const first = initialDelay ? millisecondsOf(initialDelay) : FIRST_LOOK_MS;
  const spread = Math.min(frequencyOf(schedule) ?? SPREAD_MS, SPREAD_MS);
  return new Map(
    clusters.map((cluster, index) => [
      cluster,
      {
        ...schedule,
        initialDelay: {
          milliseconds: Math.round(first + (spread * index) / clusters.length),
        },
      },
    ]),
  );
}
