import type { EventStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { certificatesOf } from '../secrets/certificates';
import { externalSecretsOf } from '../secrets/externalSecrets';
import { makerOf } from '../secrets/makerOf';
import { usedSecrets } from '../secrets/usedSecrets';
import type { DeploymentContext } from '../DeploymentContext';
import { budgetsOf } from '../network/budgets';
import { ingressesOf, routesOf, servicesOf } from '../network/services';
import { byText } from '../objects/byText';
import { Event, readEvent } from '../objects/Event';
import { timestamp } from '../objects/read';
import { claimNames } from '../storage/claims';
import { quoted } from '../texts';

const keyOf = ({ kind, name }: { kind: string; name: string }) =>
  `${kind}/${name}`;

/** Whether an event is about a Deployment or something of its own; also about a pod of it that is gone. */
function isOwn(context: DeploymentContext): (event: Event) => boolean {
  const own = new Set(
    [
      context.deployment,
      ...context.replicaSets,
      ...context.pods.map(({ object }) => object),
      ...context.autoscalers,
      ...servicesOf(context),
      ...ingressesOf(context),
      ...routesOf(context),
      ...budgetsOf(context),
      ...certificatesOf(context),
      ...externalSecretsOf(context),
      ...[...usedSecrets(context)].flatMap(
        name => makerOf(context, name) ?? [],
      ),
      ...claimNames(context).map(name => ({
        kind: 'PersistentVolumeClaim',
        name,
      })),
    ].map(keyOf),
  );
  return ({ about }) =>
    own.has(keyOf(about)) ||
    (about.kind === 'Pod' &&
      context.replicaSets.some(({ name }) =>
        about.name.startsWith(`${name}-`),
      ));
}

const earlier = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? a ?? b : Math.min(a, b);

const later = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? a ?? b : Math.max(a, b);

/** Events that say the same of the same object, as one. */
function aggregate(events: readonly Event[]): Event[] {
  const merged = new Map<string, Event>();
  for (const event of events) {
    const { about, type, reason, message, source } = event;
    const key = JSON.stringify([about, type, reason, message, source]);
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? event
        : {
            ...before,
            count: Math.min(
              before.count + event.count,
              Number.MAX_SAFE_INTEGER,
            ),
            firstSeen: earlier(before.firstSeen, event.firstSeen),
            lastSeen: later(before.lastSeen, event.lastSeen),
          },
    );
  }
  return [...merged.values()];
}

/** What happened to a Deployment and to all that belongs to it, newest first, as far as events are at hand. */
export function describeEvents(context: DeploymentContext): EventStatus[] {
  const { namespace } = context;
  // Those that do not say their group are found in either.
  const objects = new Set(
    ['', 'events.k8s.io'].flatMap(group => context.inNamespace(group, 'Event')),
  );
  const events = [...objects].map(readEvent).filter(isOwn(context));
  return aggregate(events)
    .sort(
      (a, b) =>
        (b.lastSeen ?? 0) - (a.lastSeen ?? 0) ||
        byText(keyOf(a.about), keyOf(b.about)) ||
        byText(a.reason, b.reason) ||
        byText(a.message, b.message) ||
        byText(a.type, b.type) ||
        byText(a.source, b.source),
    )
    .map(({ about, source, ...event }) => ({
      object: {
        kind: about.kind,
        ...(namespace === '' ? {} : { namespace }),
        name: about.name,
      },
      type: event.type,
      reason: event.reason,
      message: quoted(event.message),
      count: event.count,
      firstSeen: timestamp(event.firstSeen),
      lastSeen: timestamp(event.lastSeen),
      source: source || undefined,
    }));
}
