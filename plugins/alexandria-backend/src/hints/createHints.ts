import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { StatusService } from '../status/StatusService';
import { systemClock } from '../watch/Clock';
import { HintChannels } from './HintChannels';
import { Hints } from './Hints';
import { readHintKey } from './readHintKey';

/** Hints that are published as signals; nobody hears them in a portal without the signals backend. */
export async function createHints(services: {
  status: StatusService;
  database: DatabaseService;
  logger: LoggerService;
  signals: SignalsService;
}): Promise<Hints> {
  const { database, logger, signals, status } = services;
  const clock = systemClock;
  return new Hints({
    ...{ status, signals, logger, clock },
    channels: new HintChannels(await readHintKey(database), clock),
  });
}
