import type { UnreadableKind } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { ClusterKind, clusterKinds, eventKind, listPath } from './clusterKinds';
import type { Connection } from './connect';
import type { ReadObject } from './Diagnosis';

/** What was read of a namespace. */
export interface ClusterObjects {
  objects: ReadObject[];
  events: ReadObject[];
  /** Kinds of which all objects were read, also those that the cluster does not have. */
  complete: string[];
  unreadable: UnreadableKind[];
}

const PAGE = 500;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Either every object of a kind, or why they could not be read. */
type Listing =
  | { objects: ReadObject[] }
  | { reason: UnreadableKind['reason']; message: string };

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function list(
  connection: Connection,
  kind: ClusterKind,
): Promise<Listing> {
  const objects: ReadObject[] = [];
  let next = '';
  do {
    const { status, body } = await connection.get(
      listPath(kind, connection.namespace),
      { limit: String(PAGE), ...(next === '' ? {} : { continue: next }) },
    );
    const answer = parsed(body);
    if (status === 404 && kind.custom === true) {
      return { objects: [] };
    }
    if (status !== 200 || !isRecord(answer) || !('items' in answer)) {
      const said = isRecord(answer) ? answer.message : undefined;
      return {
        reason: status === 401 || status === 403 ? 'forbidden' : 'failing',
        message: typeof said === 'string' ? said : `HTTP status ${status}`,
      };
    }
    const items = Array.isArray(answer.items) ? answer.items : [];
    for (const item of items.filter(isRecord)) {
      objects.push({
        ...item,
        apiVersion: kind.apiVersion,
        kind: kind.kind,
      });
    }
    const metadata = isRecord(answer.metadata) ? answer.metadata : {};
    next = typeof metadata.continue === 'string' ? metadata.continue : '';
  } while (next !== '');
  return { objects };
}

async function tryList(
  connection: Connection,
  kind: ClusterKind,
): Promise<Listing> {
  try {
    return await list(connection, kind);
  } catch (error) {
    return {
      reason: 'unreachable',
      message: error instanceof Error ? error.message : 'no answer',
    };
  }
}

/** Reads the kinds that verdicts are read from, in one namespace. What cannot be read is said, not left out. */
export async function readCluster(
  connection: Connection,
): Promise<ClusterObjects> {
  const [events, ...listings] = await Promise.all(
    [eventKind, ...clusterKinds].map(kind => tryList(connection, kind)),
  );
  const read: ClusterObjects = {
    objects: [],
    // Without them less is said of causes, and nothing wrong of health.
    events: 'objects' in events ? events.objects : [],
    complete: [],
    unreadable: [],
  };
  listings.forEach((listing, index) => {
    const { kind } = clusterKinds[index];
    if ('objects' in listing) {
      read.objects.push(...listing.objects);
      read.complete.push(kind);
    } else {
      read.unreadable.push({
        kind,
        namespace: connection.namespace,
        ...listing,
      });
    }
  });
  return read;
}
