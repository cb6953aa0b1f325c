import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, notAllowed } from '../objects/ApiError';
import { faultSchema, type Fault } from './Faults';
import {
  authenticate,
  EVERYTHING,
  forbiddenPath,
  type Identity,
} from './Identity';
import { readBody } from './readBody';
import { send } from './respond';

/** Where the faults of a cluster are read and set, and its resource versions forgotten. Nothing of Kubernetes is there. */
const FAULTS = '/sandbox/faults';
const COMPACTION = '/sandbox/compact';

export const isAdministration = (pathname: string) =>
  pathname === FAULTS || pathname === COMPACTION;

/** What can be done to a cluster beside its API. */
export interface Administered {
  readonly faults: { readonly list: readonly Fault[] };
  setFaults(faults: readonly Fault[]): void;
  compact(): void;
}

/** @throws ApiError 400 naming everything that is wrong */
function faultsOf(body: { faults?: unknown } | undefined): Fault[] {
  const parsed = faultSchema.array().safeParse(body?.faults);
  if (!parsed.success) {
    throw badRequest(
      parsed.error.issues
        .map(
          ({ path, message }) => `${['faults', ...path].join('.')}: ${message}`,
        )
        .join('; '),
    );
  }
  return parsed.data;
}

/**
 * Answers a request of an administrator about what goes wrong in a cluster.
 *
 * @throws ApiError 403 for anybody else
 */
export async function administer(
  administered: Administered,
  identities: readonly Identity[],
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '' } = request;
  const identity = authenticate(request, identities);
  if (identity.rules !== EVERYTHING) {
    throw forbiddenPath(identity, method, pathname);
  }
  if (pathname === COMPACTION && method === 'POST') {
    administered.compact();
  } else if (pathname === FAULTS && method === 'PUT') {
    administered.setFaults(faultsOf(await readBody(request)));
  } else if (pathname !== FAULTS || method !== 'GET') {
    throw notAllowed();
  }
  send(response, 200, { faults: administered.faults.list });
}
