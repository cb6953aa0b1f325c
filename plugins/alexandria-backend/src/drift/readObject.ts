import type { Clock } from '../watch/Clock';
import {
  asItem,
  parseJson,
  type KubernetesItem,
} from '../watch/KubernetesItem';
import { listPath, type ResourceType } from '../watch/ResourceType';
import { succeeded } from '../watch/readList';
import { readText } from '../watch/readText';
import type { Transport } from '../watch/Transport';
import { WatchFailure } from '../watch/WatchFailure';
import { withDeadline } from '../watch/withDeadline';

/** How long a server may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** The API server stores some 1.5 MiB of an object; who manages its fields comes on top. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What the API server says in place of an object. */
interface Status {
  kind?: unknown;
  reason?: unknown;
  details?: { name?: unknown };
}

/** Whether it is the API server, and not something on the way to it, that says that the object is not there. */
function saysAbsent(answer: unknown, name: string): boolean {
  const { kind, reason, details } = (answer ?? {}) as Status;
  return kind === 'Status' && reason === 'NotFound' && details?.name === name;
}

/**
 * Reads one object.
 *
 * @returns undefined when the API server says that it is not there
 * @throws WatchFailure when it cannot be had; `absent` when the cluster does not have the kind
 */
export async function readObject(
  options: { transport: Transport; clock: Clock; type: ResourceType },
  reference: { namespace: string; name: string },
  signal: AbortSignal,
): Promise<KubernetesItem | undefined> {
  const { transport, clock, type } = options;
  const { namespace, name } = reference;
  const path = `${listPath(type, namespace)}/${encodeURIComponent(name)}`;
  return withDeadline(
    { clock, ms: PATIENCE_MS, signal, what: 'has not answered' },
    async inTime => {
      const response = await transport.get(path, {}, inTime);
      if (response.status === 404) {
        const text = await readText(response, MOST_BYTES, 'a status');
        let answer: unknown;
        try {
          answer = parseJson(text);
        } catch {
          // A kind that the cluster does not have is answered in plain text.
        }
        if (saysAbsent(answer, name)) {
          return undefined;
        }
        throw new WatchFailure(
          'absent',
          `has no ${type.kind} of ${type.group || 'core'}/${type.version}`,
        );
      }
      const text = await readText(
        await succeeded(response),
        MOST_BYTES,
        'an object',
      );
      const item = asItem(parseJson(text));
      if (
        item.kind !== type.kind ||
        item.metadata.namespace !== namespace ||
        item.metadata.name !== name
      ) {
        throw new WatchFailure(
          'unexpected',
          `sent something that is not the ${type.kind} that was asked for`,
        );
      }
      return item;
    },
  );
}
