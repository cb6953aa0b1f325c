import type { Json } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { Clock } from '../watch/Clock';
import {
  asItem,
  asListPage,
  type KubernetesItem,
} from '../watch/KubernetesItem';
import { listPath } from '../watch/ResourceType';
import { succeeded } from '../watch/readList';
import { readText } from '../watch/readText';
import type { Transport } from '../watch/Transport';
import { withDeadline } from '../watch/withDeadline';
import { pick, type Shape } from '../status/projection/pick';

/** Names an object that events are about. */
export interface Subject {
  namespace: string;
  kind: string;
  name: string;
}

/** How long a server may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Events that are asked for. Of an object that fails again and again the API server has some tens: it adds up repetitions. */
const PAGE_SIZE = 100;

/** Events that are kept of an object, the latest. */
const MAX_KEPT = 10;

/** An event takes a kilobyte or two. */
const MOST_BYTES = 1024 * 1024;

/** Characters of a message that are kept; the API server takes 1,024. */
const MAX_MESSAGE = 1_024;

const EVENTS = { group: '', version: 'v1', kind: 'Event', resource: 'events' };

const SHAPE: Shape = {
  metadata: { name: true, namespace: true, creationTimestamp: true },
  involvedObject: { kind: true, namespace: true, name: true },
  type: true,
  reason: true,
  message: true,
  count: true,
  firstTimestamp: true,
  lastTimestamp: true,
  eventTime: true,
  series: { count: true, lastObservedTime: true },
  source: { component: true },
  reportingComponent: true,
};

/** When something happened last, as a text that sorts by time. */
function lastSeen(event: KubernetesItem): string {
  const { series, lastTimestamp, eventTime, metadata } = event as {
    series?: { lastObservedTime?: unknown };
    lastTimestamp?: unknown;
    eventTime?: unknown;
    metadata: { creationTimestamp?: unknown };
  };
  return String(
    series?.lastObservedTime ??
      lastTimestamp ??
      eventTime ??
      metadata.creationTimestamp ??
      '',
  );
}

const isAbout =
  ({ namespace, kind, name }: Subject) =>
  ({ involvedObject }: KubernetesItem): boolean => {
    const about = (involvedObject ?? {}) as Partial<Subject>;
    return (
      about.namespace === namespace &&
      about.kind === kind &&
      about.name === name
    );
  };

function project(item: KubernetesItem): Json {
  const message =
    typeof item.message === 'string'
      ? item.message.slice(0, MAX_MESSAGE)
      : undefined;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    ...(pick({ ...item, message }, SHAPE) as object),
  };
}

/**
 * The latest events about one object, newest first.
 *
 * @throws WatchFailure when they cannot be had
 */
export async function readEvents(
  { transport, clock }: { transport: Transport; clock: Clock },
  subject: Subject,
  signal: AbortSignal,
): Promise<Json[]> {
  const { namespace, kind, name } = subject;
  return withDeadline(
    { clock, ms: PATIENCE_MS, signal, what: 'has not answered' },
    async inTime => {
      const response = await transport.get(
        listPath(EVENTS, namespace),
        {
          fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
          limit: String(PAGE_SIZE),
        },
        inTime,
      );
      const text = await readText(
        await succeeded(response),
        MOST_BYTES,
        'a page of events',
      );
      return asListPage(text)
        .items.map(asItem)
        .filter(isAbout(subject))
        .sort((a, b) => (lastSeen(a) < lastSeen(b) ? 1 : -1))
        .slice(0, MAX_KEPT)
        .map(project);
    },
  );
}
