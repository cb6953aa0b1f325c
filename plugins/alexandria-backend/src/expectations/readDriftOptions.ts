import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'alexandria.drift';
const DEFAULT_MS = 10 * 60_000;
const MIN_MS = 1_000;
const MAX_MS = 24 * 60 * 60_000;

/** How instances are compared with the values in their repositories. */
export interface DriftOptions {
  enabled: boolean;
  /** How often a repository is asked whether something changed, in milliseconds. */
  intervalMs: number;
}

/**
 * Reads `alexandria.drift`.
 *
 * @throws InputError when the interval is no duration between a second and a day
 */
export function readDriftOptions(config: Config): DriftOptions {
  const enabled = config.getOptionalBoolean(`${KEY}.enabled`) ?? false;
  const key = `${KEY}.interval`;
  const intervalMs = config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : DEFAULT_MS;
  if (!(intervalMs >= MIN_MS && intervalMs <= MAX_MS)) {
    throw new InputError(
      `${key}: must be between one second and a day, not ${intervalMs} ms`,
    );
  }
  return { enabled, intervalMs };
}
