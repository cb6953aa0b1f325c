import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  timeText,
  type KubernetesObject,
  type OwnerReference,
} from '../objects/KubernetesObject';
import { resourceOfKind } from '../objects/resources';
import type { ClusterObjects } from '../store/ClusterObjects';
import type { Condition } from './workloads';

/** What begins the names of annotations by which the sandbox is told how things are to behave. */
export const ANNOTATION_PREFIX = 'sandbox.alexandriaproject.io/';

/** How soon the same is told again, in milliseconds. */
const EVENT_MS = 60_000;

/** The value of an annotation of the sandbox. */
export const told = (
  { metadata }: Pick<KubernetesObject, 'metadata'>,
  name: string,
): string | undefined => metadata.annotations?.[ANNOTATION_PREFIX + name];

/** Who controls an object. */
export const ownerReference = ({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): OwnerReference => ({
  ...{ apiVersion, kind, name: metadata.name, uid: metadata.uid! },
  ...{ controller: true, blockOwnerDeletion: true },
});

const keyOf = ({ kind, metadata }: KubernetesObject) => ({
  resource: resourceOfKind(kind),
  namespace: metadata.namespace,
  name: metadata.name,
});

/** Conditions, one of which may have changed: the time of its transition is kept while its status is. */
export function withCondition(
  conditions: readonly Condition[] = [],
  next: Omit<Condition, 'lastTransitionTime'>,
  now: number,
): Condition[] {
  const before = conditions.find(({ type }) => type === next.type);
  const lastTransitionTime =
    before?.status === next.status && before.lastTransitionTime
      ? before.lastTransitionTime
      : timeText(now);
  const changed = { ...next, lastTransitionTime };
  return before
    ? conditions.map(each => (each === before ? changed : each))
    : [...conditions, changed];
}

/** What a controller sees and does. All of what it does, it does in the name of a component of Kubernetes. */
export class Control {
  readonly objects: ClusterObjects;
  readonly #now: () => number;

  /** @param now - milliseconds since the epoch */
  constructor(objects: ClusterObjects, now: () => number) {
    this.objects = objects;
    this.#now = now;
  }

  get now(): number {
    return this.#now();
  }

  get time(): string {
    return timeText(this.now);
  }

  list<T extends KubernetesObject>(kind: string, namespace?: string): T[] {
    return this.objects.list(resourceOfKind(kind), namespace) as T[];
  }

  find<T extends KubernetesObject>(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    const resource = resourceOfKind(kind);
    return this.objects.find({ resource, namespace, name }) as T | undefined;
  }

  /** The objects of a kind that another one controls. */
  ownedBy<T extends KubernetesObject>(
    kind: string,
    { metadata: { namespace, uid } }: KubernetesObject,
  ): T[] {
    return this.list<T>(kind, namespace).filter(({ metadata }) =>
      metadata.ownerReferences?.some(
        owner => owner.controller && owner.uid === uid,
      ),
    );
  }

  create<T extends KubernetesObject>(object: T, manager: string): T {
    const resource = resourceOfKind(object.kind);
    return this.objects.create(resource, object, { manager }) as T;
  }

  /** Changes what is asked for; writes nothing when nothing changes. */
  change<T extends KubernetesObject>(
    object: T,
    change: (object: T) => T,
    manager: string,
    subresource?: 'scale',
  ): T {
    const key = keyOf(object);
    if (!this.objects.find(key)) {
      return object;
    }
    return this.objects.patch(key, before => change(before as T), {
      manager,
      subresource,
    }) as T;
  }

  /** Writes a status; writes nothing when it is as it was. */
  setStatus<T extends KubernetesObject>(
    object: T,
    status: T['status'],
    manager: string,
  ): void {
    const key = keyOf(object);
    const before = this.objects.find(key);
    if (before && !isDeepStrictEqual(before.status, status)) {
      this.objects.update(
        key,
        { ...before, status },
        { manager, subresource: 'status' },
      );
    }
  }

  delete(object: KubernetesObject, graceSeconds?: number): void {
    const key = keyOf(object);
    if (this.objects.find(key)) {
      this.objects.delete(key, { graceSeconds });
    }
  }

  /** Deletes an object whatever keeps it. */
  remove(object: KubernetesObject): void {
    const { resource, namespace, name } = keyOf(object);
    const { store } = this.objects;
    const stored = store.get(resource, namespace, name);
    if (stored) {
      store.delete(resource, stored);
    }
  }

  /** Tells what happened to an object; the same again is counted, and not more often than once a minute. */
  event(
    about: KubernetesObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    component: string,
  ): void {
    const { kind, apiVersion, metadata } = about;
    const { namespace = 'default', name, uid, resourceVersion } = metadata;
    const id = createHash('sha256')
      .update([kind, uid, type, reason, message].join('\n'))
      .digest('hex')
      .slice(0, 16);
    const eventName = `${name}.${id}`;
    const before = this.find('Event', namespace, eventName);
    const { time } = this;
    if (before) {
      const last = Date.parse(String(before.lastTimestamp));
      if (this.now - last < EVENT_MS) {
        return;
      }
      this.change(
        before,
        event => ({
          ...event,
          count: Number(event.count) + 1,
          lastTimestamp: time,
        }),
        component,
      );
      return;
    }
    this.create(
      {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: eventName, namespace },
        involvedObject: {
          ...{ kind, namespace, name, uid, apiVersion, resourceVersion },
        },
        ...{ reason, message, type, count: 1 },
        ...{ firstTimestamp: time, lastTimestamp: time, eventTime: null },
        source: { component },
        reportingComponent: component,
        reportingInstance: '',
      },
      component,
    );
  }
}

/** Does what one controller does, as often as it is called. */
export type Controller = (control: Control) => void;
