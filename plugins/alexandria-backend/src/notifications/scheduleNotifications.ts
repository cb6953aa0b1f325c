import type {
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StatusService } from '../status/StatusService';
import { systemClock } from '../watch/Clock';
import { Notifier } from './Notifier';
import { readNotificationOptions } from './readNotificationOptions';
import { ToldStore } from './ToldStore';

/** The task that looks; of all processes of a portal one does at a time. */
const TASK_ID = 'alexandria-notify';

/** How often it looks at most and at least, in milliseconds. */
const MIN_TICK_MS = 1_000;
const MAX_TICK_MS = 30_000;

/** How many times that may lie between two looks of which both count: a look takes time, and a process may end in one. */
const MAX_TICKS = 4;

/** How long one look may take, in minutes. */
const TIMEOUT_MINUTES = 5;

/**
 * Has owners told of what becomes unhealthy and recovers until the backend shuts down, if `alexandria.notifications.enabled` is
 * true.
 *
 * @throws InputError when `alexandria.notifications` does not fit
 */
export async function scheduleNotifications(services: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  status: StatusService;
}): Promise<void> {
  const { config, database, scheduler } = services;
  const options = readNotificationOptions(config);
  if (!options.enabled) {
    return;
  }
  const tickMs = Math.min(
    Math.max(
      Math.min(options.unhealthyAfterMs, options.recoveredAfterMs),
      MIN_TICK_MS,
    ),
    MAX_TICK_MS,
  );
  const store = await ToldStore.create(database);
  const notifier = new Notifier(
    { ...services, clock: systemClock, store },
    {
      severities: options.severities,
      times: { ...options, maxStepMs: tickMs * MAX_TICKS },
    },
  );
  await scheduler.scheduleTask({
    id: TASK_ID,
    scope: 'global',
    frequency: { milliseconds: tickMs },
    timeout: { minutes: TIMEOUT_MINUTES },
    fn: signal => notifier.look(signal),
  });
}
