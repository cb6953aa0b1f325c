import { ConfigReader } from '@backstage/config';
import { readNotificationOptions } from './readNotificationOptions';

const read = (notifications: object | undefined) =>
  readNotificationOptions(
    new ConfigReader(
      JSON.parse(JSON.stringify({ alexandria: { notifications } })),
    ),
  );

const DEFAULTS = {
  ...{ enabled: false, unhealthyAfterMs: 300_000, recoveredAfterMs: 300_000 },
  ...{ quietPeriodMs: 900_000, severities: ['critical', 'warning'] },
};

describe('readNotificationOptions', () => {
  it.each<[object | undefined, object]>([
    [undefined, {}],
    [{ enabled: true }, { enabled: true }],
    [{ unhealthyAfter: '2m' }, { unhealthyAfterMs: 120_000 }],
    [{ recoveredAfter: { seconds: 0 } }, { recoveredAfterMs: 0 }],
    [{ quietPeriod: { days: 7 } }, { quietPeriodMs: 604_800_000 }],
    [{ severities: ['info'] }, { severities: ['info'] }],
  ])('reads %j', (given, expected) => {
    expect(read(given)).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each<[object, string[]]>([
    [{ enabled: 'perhaps' }, ['enabled']],
    [
      { severities: [] },
      ['severities: must be some of critical, warning, info, not []'],
    ],
    [{ severities: ['critical', 'bad'] }, ['not ["critical","bad"]']],
    [
      { unhealthyAfter: 'soon', recoveredAfter: { days: 8 }, quietPeriod: {} },
      [
        'alexandria.notifications.unhealthyAfter: must be a duration, for example 5m',
        'alexandria.notifications.recoveredAfter: must be between 0 and a week, not 691200000 ms',
        'alexandria.notifications.quietPeriod: must be a duration',
      ],
    ],
  ])('refuses %j and says all that is wrong', (given, messages) => {
    for (const message of messages) {
      expect(() => read(given)).toThrow(message);
    }
  });
});
