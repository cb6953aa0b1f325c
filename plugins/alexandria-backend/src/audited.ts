import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Reads something of instances, or of a cluster, and tells the auditor what came of it, before anybody is answered. Reads are of low
 * severity; one that is refused to somebody who may read the entity is of medium severity, which the portal's log shows
 * unless told otherwise.
 *
 * @param meta - names what is read; not what is answered
 */
export async function audited<T>(
  auditor: AuditorService,
  eventId: 'instance-fetch' | 'cluster-fetch' | 'fleet-fetch',
  request: AuditorServiceCreateEventOptions['request'],
  meta: JsonObject & { queryType: string },
  read: () => Promise<T>,
): Promise<T> {
  const event = (severityLevel: 'low' | 'medium') =>
    auditor.createEvent({
      ...{ eventId, severityLevel, request, meta },
    });
  let answer: T;
  try {
    answer = await read();
  } catch (error) {
    const isRefused = error instanceof NotAllowedError;
    const failed = await event(isRefused ? 'medium' : 'low');
    await failed.fail({ error: toError(error) });
    throw error;
  }
  const succeeded = await event('low');
  await succeeded.success();
  return answer;
}
