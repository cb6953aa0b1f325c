import type {
  DetailsPart,
  UnreadablePart,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { UnreadableKind } from '../EvaluationInput';
import { timestamp } from '../objects/read';
import { quoted } from '../texts';

/** What is read from the objects of a kind. */
const PARTS = new Map<string, DetailsPart[]>([
  ['Deployment', ['rollout']],
  ['ReplicaSet', ['rollout', 'pods']],
  ['Pod', ['pods']],
  ['HorizontalPodAutoscaler', ['autoscaler']],
  ['Secret', ['secrets']],
  ['ExternalSecret', ['secrets']],
  ['SealedSecret', ['secrets']],
  ['Certificate', ['secrets', 'network']],
  ['PersistentVolumeClaim', ['storage']],
  ['Service', ['network']],
  ['EndpointSlice', ['network']],
  ['Ingress', ['network']],
  ['HTTPRoute', ['network']],
  ['PodDisruptionBudget', ['network']],
  ['Event', ['events']],
]);

/** How many events are at hand. */
export type EventsKnown = 'all' | 'some' | 'none';

const NOT_READ: Record<Exclude<EventsKnown, 'all'>, string> = {
  some: 'Only some events have been read, such as those about what does not look well',
  none: 'Events have not been read',
};

/** The parts of the details that lack something, part by part. */
export function describeUnreadable(
  unreadable: readonly UnreadableKind[],
  events: EventsKnown,
): UnreadablePart[] {
  const parts = unreadable.flatMap(({ kind, reason, message, syncedAt }) =>
    (PARTS.get(kind) ?? []).map(part => ({
      part,
      kind,
      reason,
      message: quoted(message),
      syncedAt: timestamp(syncedAt?.getTime()),
    })),
  );
  return events === 'all' || parts.some(({ part }) => part === 'events')
    ? parts
    : [
        ...parts,
        {
          part: 'events',
          kind: 'Event',
          reason: 'notRead',
          message: NOT_READ[events],
        },
      ];
}
