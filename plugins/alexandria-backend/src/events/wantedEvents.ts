import { EVENTS_KEPT_MS } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { objectHealth } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { KubernetesItem } from '../watch/KubernetesItem';
import type { ResourceType } from '../watch/ResourceType';

/** Why events may tell more of an object than it does itself. */
export type WantedEvents =
  /** It will not get there without help. */
  | 'failed'
  /** It is not there yet. */
  | 'waiting'
  /** It is an autoscaler that is well and did something lately; what, and why, only events say. */
  | 'scaled';

/** What is kept of it beside an object. */
export interface EventsWanted {
  wanted?: WantedEvents;
}

function hasScaled({ status }: KubernetesItem, now: number): boolean {
  const { lastScaleTime } = (status ?? {}) as { lastScaleTime?: unknown };
  return (
    typeof lastScaleTime === 'string' &&
    now - Date.parse(lastScaleTime) < EVENTS_KEPT_MS
  );
}

/** Whether the events about an object are worth reading. */
export function wantedEvents(
  { group, version, kind }: ResourceType,
  item: KubernetesItem,
  now: number,
): EventsWanted {
  const apiVersion = group === '' ? version : `${group}/${version}`;
  const object = { ...item, apiVersion, kind };
  switch (objectHealth(object, new Date(now))?.health) {
    case 'Healthy':
      return kind === 'HorizontalPodAutoscaler' && hasScaled(item, now)
        ? { wanted: 'scaled' }
        : {};
    case 'Suspended':
      return {};
    case 'Progressing':
      return { wanted: 'waiting' };
    default:
      return { wanted: 'failed' };
  }
}
