import type { Clock } from './Clock';
import { asItem, asListPage, type KubernetesItem } from './KubernetesItem';
import type { Kept } from './ObjectCache';
import type { Transport, TransportResponse } from './Transport';
import { failureOfStatus } from './WatchFailure';
import { withDeadline } from './withDeadline';

/** Objects per page: about 1 MB of JSON for pods, which is parsed in some 5 ms, during which nothing else happens. */
const PAGE_SIZE = 100;

/** How many objects are projected in one turn, in some 3 ms. */
const AT_ONCE = 50;

/** How long a server may say nothing, in milliseconds, while a page is awaited. */
const SILENCE_MS = 30_000;

export interface ListRequest<T> {
  transport: Transport;
  clock: Clock;
  path: string;
  /** Selectors. */
  query: Record<string, string>;
  /** What is kept of an object. */
  project(item: KubernetesItem): T;
  /** What is kept already. */
  known?(key: string): Kept<T> | undefined;
}

/** `namespace/name`, or the name alone of what has no namespace. */
export function keyOf({ metadata }: KubernetesItem): string {
  return metadata.namespace === undefined
    ? metadata.name
    : `${metadata.namespace}/${metadata.name}`;
}

/** @throws WatchFailure unless the status is 200 */
export async function succeeded(
  response: TransportResponse,
): Promise<TransportResponse> {
  if (response.status !== 200) {
    await discard(response);
    const { 'retry-after': retryAfter } = response.headers;
    throw failureOfStatus(response.status, retryAfter?.toString());
  }
  return response;
}

async function discard({ body }: TransportResponse) {
  // Leaving the loop ends the connection.
  for await (const chunk of body) {
    if (chunk) {
      break;
    }
  }
}

async function getPage<T>(
  { transport, clock, path, query }: ListRequest<T>,
  next: string | undefined,
  signal: AbortSignal,
) {
  const text = await withDeadline(
    { clock, ms: SILENCE_MS, signal, what: 'a list has not gone on' },
    async (inTime, alive) => {
      const response = await succeeded(
        await transport.get(
          path,
          {
            ...query,
            limit: String(PAGE_SIZE),
            ...(next === undefined ? {} : { continue: next }),
          },
          inTime,
        ),
      );
      const decoder = new TextDecoder();
      let read = '';
      for await (const chunk of response.body) {
        alive();
        read += decoder.decode(chunk, { stream: true });
      }
      return read;
    },
  );
  await clock.turn();
  signal.throwIfAborted();
  return asListPage(text);
}

/**
 * All objects of one moment, page by page; of each only the projection outlives its page.
 *
 * @returns the objects, and the resource version from which a watch goes on
 * @throws WatchFailure when any page cannot be had: there is no such thing as half a list
 */
export async function readList<T>(
  request: ListRequest<T>,
  signal: AbortSignal,
): Promise<{ objects: Map<string, Kept<T>>; resourceVersion: string }> {
  const objects = new Map<string, Kept<T>>();
  let next: string | undefined;
  for (;;) {
    const page = await getPage(request, next, signal);
    for (const [index, entry] of page.items.entries()) {
      if (index % AT_ONCE === 0) {
        await request.clock.turn();
        signal.throwIfAborted();
      }
      const item = asItem(entry);
      const key = keyOf(item);
      const { resourceVersion } = item.metadata;
      const known = request.known?.(key);
      objects.set(
        key,
        known?.resourceVersion === resourceVersion
          ? known
          : { resourceVersion, value: request.project(item) },
      );
    }
    if (page.continue === undefined) {
      return { objects, resourceVersion: page.resourceVersion };
    }
    next = page.continue;
  }
}
