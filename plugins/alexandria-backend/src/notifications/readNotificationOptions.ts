import {
  severitySchema,
  type Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'alexandria.notifications';
const MINUTE_MS = 60_000;
const MAX_MS = 7 * 24 * 60 * MINUTE_MS;

/** When owners are told of what becomes unhealthy and recovers; durations in milliseconds. */
export interface NotificationOptions {
  enabled: boolean;
  /** For how long a Deployment has to be known to be unhealthy. */
  unhealthyAfterMs: number;
  /** For how long one that was told to be unhealthy has to be known to be healthy. */
  recoveredAfterMs: number;
  /** For how long nothing is told of a Deployment after something was. */
  quietPeriodMs: number;
  /** Of which the worst finding has to be. */
  severities: Severity[];
}

/**
 * Reads `alexandria.notifications`.
 *
 * @throws InputError that says all that does not fit: a duration that is not between 0 and a week, or a severity that is none
 */
export function readNotificationOptions(config: Config): NotificationOptions {
  const problems: string[] = [];
  const duration = (name: string, otherwise: number): number => {
    const key = `${KEY}.${name}`;
    if (!config.has(key)) {
      return otherwise;
    }
    try {
      const ms = durationToMilliseconds(
        readDurationFromConfig(config, { key }),
      );
      if (ms >= 0 && ms <= MAX_MS) {
        return ms;
      }
      problems.push(`${key}: must be between 0 and a week, not ${ms} ms`);
    } catch (error) {
      problems.push(
        `${key}: must be a duration, for example 5m or { minutes: 5 }: ${
          (error as Error).message
        }`,
      );
    }
    return otherwise;
  };
  const severities = config.getOptionalStringArray(`${KEY}.severities`) ?? [
    'critical',
    'warning',
  ];
  const options = {
    enabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? false,
    unhealthyAfterMs: duration('unhealthyAfter', 5 * MINUTE_MS),
    recoveredAfterMs: duration('recoveredAfter', 5 * MINUTE_MS),
    quietPeriodMs: duration('quietPeriod', 15 * MINUTE_MS),
    severities: severities.flatMap(each => {
      const severity = severitySchema.safeParse(each);
      return severity.success ? [severity.data] : [];
    }),
  };
  if (
    severities.length === 0 ||
    options.severities.length < severities.length
  ) {
    problems.push(
      `${KEY}.severities: must be some of ${severitySchema.options.join(
        ', ',
      )}, not ${JSON.stringify(severities)}`,
    );
  }
  if (problems.length > 0) {
    throw new InputError(problems.join('; '));
  }
  return options;
}
