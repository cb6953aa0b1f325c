import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ExpectationReader } from './ExpectationReader';
import { readDriftOptions } from './readDriftOptions';

/** The task that reads repositories; every portal has its own, as it has its own cache. */
const TASK_ID = 'alexandria-read-expectations';

/** How often it is looked whether a repository is due, in milliseconds. */
const TICK_MS = 10_000;

/** How long one look may take, in minutes. */
const TIMEOUT_MINUTES = 10;

/**
 * Has what instances ask for read from their repositories until the backend shuts down.
 *
 * @returns undefined when `alexandria.drift.enabled` is not true
 * @throws InputError when `alexandria.drift` does not fit
 */
export async function scheduleExpectations(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
}): Promise<ExpectationReader | undefined> {
  const { auth, catalog, config, logger, scheduler, urlReader } = options;
  const { enabled, intervalMs } = readDriftOptions(config);
  if (!enabled) {
    return undefined;
  }
  const reader = new ExpectationReader({
    ...{ auth, catalog, intervalMs, logger, urlReader },
    integrations: ScmIntegrations.fromConfig(config),
  });
  await scheduler.scheduleTask({
    id: TASK_ID,
    scope: 'local',
    frequency: { milliseconds: Math.min(TICK_MS, intervalMs) },
    timeout: { minutes: TIMEOUT_MINUTES },
    fn: signal => reader.readDue(signal),
  });
  return reader;
}
