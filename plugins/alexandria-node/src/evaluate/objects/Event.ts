import type { KubernetesObject } from './KubernetesObject';
import { integerAt, textAt, timeAt, valueAt } from './read';

/** An Event of `v1` or of `events.k8s.io/v1`. Times in milliseconds since the epoch. */
export interface Event {
  about: { kind: string; name: string };
  type: string;
  reason: string;
  message: string;
  /** How often it happened, at least once. */
  count: number;
  firstSeen?: number;
  lastSeen?: number;
  /** Who reported it; empty when the event does not say. */
  source: string;
}

/** Reads an Event, whichever of the two APIs wrote it. */
export function readEvent({ json, createdAt }: KubernetesObject): Event {
  const about = valueAt(json, 'involvedObject') ?? valueAt(json, 'regarding');
  const at = timeAt(json, 'eventTime') ?? createdAt;
  const count =
    integerAt(json, 'series', 'count') ??
    integerAt(json, 'count') ??
    integerAt(json, 'deprecatedCount') ??
    1;
  return {
    about: { kind: textAt(about, 'kind'), name: textAt(about, 'name') },
    type: textAt(json, 'type') || 'Normal',
    reason: textAt(json, 'reason'),
    message: textAt(json, 'message') || textAt(json, 'note'),
    count: Math.max(1, count),
    firstSeen:
      timeAt(json, 'firstTimestamp') ??
      timeAt(json, 'deprecatedFirstTimestamp') ??
      at,
    lastSeen:
      timeAt(json, 'series', 'lastObservedTime') ??
      timeAt(json, 'lastTimestamp') ??
      timeAt(json, 'deprecatedLastTimestamp') ??
      at,
    source:
      textAt(json, 'source', 'component') ||
      textAt(json, 'reportingComponent') ||
      textAt(json, 'reportingController') ||
      textAt(json, 'deprecatedSource', 'component'),
  };
}
