import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { maxStepOf, schedulesOf } from './schedulesOf';

const timeout = { minutes: 2 };
const clusters = ['north', 'south'];

const delaysOf = (schedule: SchedulerServiceTaskScheduleDefinition) =>
  [...schedulesOf({ clusters, schedule }).values()].map(
    ({ initialDelay }) => initialDelay,
  );

describe('schedulesOf', () => {
  it.each<[string, SchedulerServiceTaskScheduleDefinition, number[]]>([
    ['a minute', { frequency: { minutes: 1 }, timeout }, [15_000, 45_000]],
    ['an hour', { frequency: { hours: 1 }, timeout }, [15_000, 45_000]],
    ['a second', { frequency: { seconds: 1 }, timeout }, [15_000, 15_500]],
    [
      'a second, at once',
      { frequency: { seconds: 1 }, timeout, initialDelay: { seconds: 0 } },
      [0, 500],
    ],
    ['cron', { frequency: { cron: '* * * * *' }, timeout }, [15_000, 45_000]],
  ])('spreads the first looks of %s', (_, schedule, delays) => {
    expect(delaysOf(schedule)).toEqual(
      delays.map(milliseconds => ({ milliseconds })),
    );
  });

  it('leaves the rest as it is', () => {
    const schedule = { frequency: { minutes: 1 }, timeout, scope: 'global' };
    expect(
      schedulesOf({
        clusters,
        schedule: schedule as SchedulerServiceTaskScheduleDefinition,
      }).get('north'),
    ).toMatchObject(schedule);
  });
});

describe('maxStepOf', () => {
  it.each<[SchedulerServiceTaskScheduleDefinition['frequency'], number]>([
    [{ seconds: 10 }, 20_000],
    [{ hours: 1 }, 7_200_000],
    [{ cron: '0 * * * *' }, 300_000],
    [{ trigger: 'manual' }, 300_000],
  ])('of %j is %d ms', (frequency, ms) => {
    expect(maxStepOf({ frequency, timeout })).toBe(ms);
  });
});
