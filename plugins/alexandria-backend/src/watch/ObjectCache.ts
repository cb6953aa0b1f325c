/** What is kept of one object. */
export interface Kept<T> {
  resourceVersion: string;
  value: T;
}

/** One object before and after; `before` is absent for a new one, `after` for one that is gone. */
export interface Change<T> {
  key: string;
  before?: T;
  after?: T;
}

/** The objects of one kind in one cluster, by `namespace/name`. */
export class ObjectCache<T> {
  #objects = new Map<string, Kept<T>>();

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): T | undefined {
    return this.#objects.get(key)?.value;
  }

  /** What is kept of an object, with its resource version. */
  kept(key: string): Kept<T> | undefined {
    return this.#objects.get(key);
  }

  entries(): IterableIterator<[string, Kept<T>]> {
    return this.#objects.entries();
  }

  *values(): Generator<T> {
    for (const { value } of this.#objects.values()) {
      yield value;
    }
  }

  /** @returns what changed; undefined when it is kept already */
  set(key: string, kept: Kept<T>): Change<T> | undefined {
    const before = this.#objects.get(key);
    this.#objects.set(key, kept);
    return before?.resourceVersion === kept.resourceVersion
      ? undefined
      : { key, before: before?.value, after: kept.value };
  }

  /** @returns what changed; undefined when there was no such object */
  delete(key: string): Change<T> | undefined {
    const before = this.#objects.get(key);
    this.#objects.delete(key);
    return before && { key, before: before.value };
  }

  /** Keeps these objects and no others, all at once. @returns what changed */
  replace(objects: Map<string, Kept<T>>): Change<T>[] {
    const old = this.#objects;
    this.#objects = objects;
    const changes: Change<T>[] = [];
    for (const [key, { resourceVersion, value }] of objects) {
      const before = old.get(key);
      if (before?.resourceVersion !== resourceVersion) {
        changes.push({ key, before: before?.value, after: value });
      }
    }
    for (const [key, { value }] of old) {
      if (!objects.has(key)) {
        changes.push({ key, before: value });
      }
    }
    return changes;
  }
}
