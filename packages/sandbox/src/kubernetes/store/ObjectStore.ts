import type { KubernetesObject } from '../objects/KubernetesObject';
import { tooOld } from '../objects/ApiError';
import type { Resource } from '../objects/resources';
import { keyOf, StoredObject, type ObjectHead } from './StoredObject';

/** Something that happened to an object. */
export interface StoreEvent {
  resource: Resource;
  version: number;
  /** Absent when it was created. */
  before?: StoredObject;
  /** Absent when it was deleted. */
  after?: StoredObject;
  /** What it is now, or was at its end, at the version of the change. */
  last: StoredObject;
}

/** Of how many changes the store remembers what was before: older resource versions are compacted. */
const HISTORY = 5_000;

/** Versions do not begin at 1: nothing may depend on how they are counted. */
const FIRST_VERSION = 1_000;

const inOrder = (objects: Iterable<StoredObject>) =>
  [...objects].sort((a, b) => (a.key < b.key ? -1 : 1));

const inNamespace = (
  objects: readonly StoredObject[],
  namespace: string | undefined,
) =>
  namespace === undefined
    ? [...objects]
    : objects.filter(({ head }) => head.namespace === namespace);

/**
 * Objects with the history of their changes, as etcd keeps them: every change has the next resource version, and what was
 * at a version can be listed or gone on from until that version is compacted.
 */
export class ObjectStore {
  readonly #objects = new Map<Resource, Map<string, StoredObject>>();
  /** Of each kind, in order, until one comes or goes. */
  readonly #sorted = new Map<Resource, StoredObject[]>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #history: number;
  #log: StoreEvent[] = [];
  #version = FIRST_VERSION;
  #compacted = FIRST_VERSION;

  /** @param options - `history` is of how many changes what was before is remembered, 5,000 when omitted */
  constructor(options: { history?: number } = {}) {
    this.#history = options.history ?? HISTORY;
  }

  /** Of the latest change. */
  get version(): number {
    return this.#version;
  }

  /** The oldest version from which a watch can go on. */
  get oldest(): number {
    return this.#compacted;
  }

  get(
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): StoredObject | undefined {
    return this.#objects.get(resource)?.get(keyOf({ namespace, name }));
  }

  /** In the order of namespace and name, as they are. */
  list(resource: Resource, namespace?: string): StoredObject[] {
    let sorted = this.#sorted.get(resource);
    if (sorted === undefined) {
      sorted = inOrder(this.#objects.get(resource)?.values() ?? []);
      this.#sorted.set(resource, sorted);
    }
    return inNamespace(sorted, namespace);
  }

  /**
   * In the order of namespace and name, as they were at a version.
   *
   * @throws ApiError 410 when that version was compacted
   */
  listAt(
    resource: Resource,
    version: number,
    namespace?: string,
  ): StoredObject[] {
    if (version === this.#version) {
      return this.list(resource, namespace);
    }
    this.#requireKept(version);
    const objects = new Map(this.#objects.get(resource));
    for (let index = this.#log.length - 1; index >= 0; index--) {
      const event = this.#log[index];
      if (event.version <= version) {
        break;
      }
      if (event.resource === resource) {
        const { key } = event.last;
        if (event.before) {
          objects.set(key, event.before);
        } else {
          objects.delete(key);
        }
      }
    }
    return inNamespace(inOrder(objects.values()), namespace);
  }

  /**
   * What happened after a version.
   *
   * @throws ApiError 410 when that version was compacted
   */
  since(resource: Resource, version: number): StoreEvent[] {
    this.#requireKept(version);
    return this.#log.filter(
      event => event.version > version && event.resource === resource,
    );
  }

  /** Writes an object that has no resource version yet, over the one of its name if there is one. */
  put(resource: Resource, object: KubernetesObject): StoredObject {
    const version = this.#version + 1;
    return this.#keep(
      resource,
      StoredObject.of(
        {
          ...object,
          metadata: { ...object.metadata, resourceVersion: String(version) },
        },
        version,
      ),
    );
  }

  /**
   * Writes an object that is at hand as text, without parsing it.
   *
   * @param textAt - JSON without `apiVersion` and `kind`, with the resource version that it is given
   */
  putText(
    resource: Resource,
    head: ObjectHead,
    textAt: (version: string) => string,
  ): StoredObject {
    const version = this.#version + 1;
    return this.#keep(
      resource,
      StoredObject.ofText(head, textAt(String(version)), version),
    );
  }

  /** @returns its last state, at the version of the deletion */
  delete(resource: Resource, { key }: StoredObject): StoredObject {
    const objects = this.#objects.get(resource)!;
    const before = objects.get(key)!;
    objects.delete(key);
    this.#sorted.delete(resource);
    this.#version += 1;
    const { object } = before;
    const last = StoredObject.of(
      {
        ...object,
        metadata: {
          ...object.metadata,
          resourceVersion: String(this.#version),
        },
      },
      this.#version,
    );
    this.#record({ resource, version: this.#version, before, last });
    return last;
  }

  /** Is told what happens from now on; the function that is returned ends it. */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets what was before now, as etcd's compaction does. */
  compact() {
    // A version that nobody was told yet, so that every one that somebody has is too old.
    this.#version += 1;
    this.#compacted = this.#version;
    this.#log = [];
  }

  #requireKept(version: number) {
    if (version < this.#compacted) {
      throw tooOld(version, this.#compacted);
    }
  }

  #keep(resource: Resource, last: StoredObject): StoredObject {
    const objects = this.#objects.get(resource) ?? new Map();
    this.#objects.set(resource, objects);
    const { key } = last;
    const before = objects.get(key);
    objects.set(key, last);
    this.#sorted.delete(resource);
    this.#version = last.version;
    this.#record({
      ...{ resource, version: last.version, after: last, last },
      ...(before ? { before } : {}),
    });
    return last;
  }

  #record(event: StoreEvent) {
    this.#log.push(event);
    if (this.#log.length > 2 * this.#history) {
      const dropped = this.#log.splice(0, this.#log.length - this.#history);
      this.#compacted = dropped[dropped.length - 1].version;
    }
    this.#listeners.forEach(listener => listener(event));
  }
}
