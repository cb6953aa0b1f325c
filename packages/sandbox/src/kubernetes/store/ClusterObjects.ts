import { isDeepStrictEqual } from 'node:util';
import {
  apply,
  managedAfterUpdate,
  type Writer,
} from '../fields/managedFields';
import { alreadyExists, modified, notFound } from '../objects/ApiError';
import { completeObject, nameObject } from '../objects/completeObject';
import { timeText, type KubernetesObject } from '../objects/KubernetesObject';
import { resourceOfKind, type Resource } from '../objects/resources';
import type { ObjectStore } from './ObjectStore';

/** Which object is meant. */
export interface ObjectKey {
  resource: Resource;
  /** Absent for what belongs to the whole cluster. */
  namespace?: string | undefined;
  name: string;
}

export interface WriteOptions {
  /** Who writes. */
  manager: string;
  subresource?: 'scale' | 'status' | undefined;
  /** Says what would come of it and writes nothing. */
  dryRun?: boolean;
}

/** How long a pod may take to end, in seconds. */
const GRACE_SECONDS = 30;

const withoutVersion = ({ metadata, ...rest }: KubernetesObject) => {
  const { resourceVersion: _version, ...others } = metadata;
  return { ...rest, metadata: others };
};

const isSame = (before: KubernetesObject, after: KubernetesObject) =>
  isDeepStrictEqual(withoutVersion(before), withoutVersion(after));

/**
 * Creates, changes and deletes objects as the API server does: it fills in defaults and metadata, refuses what is stale,
 * keeps status and spec apart, and notes who wrote which field.
 */
export class ClusterObjects {
  readonly store: ObjectStore;
  readonly #now: () => number;

  /** @param now - milliseconds since the epoch */
  constructor(store: ObjectStore, now: () => number) {
    this.store = store;
    this.#now = now;
  }

  /** @throws ApiError 404 */
  get(key: ObjectKey): KubernetesObject {
    const found = this.find(key);
    if (!found) {
      throw notFound(key.resource, key.name);
    }
    return found;
  }

  find({ resource, namespace, name }: ObjectKey): KubernetesObject | undefined {
    return this.store.get(resource, namespace, name)?.object;
  }

  /** All objects of a kind, of one namespace when it is given. */
  list(resource: Resource, namespace?: string): KubernetesObject[] {
    return this.store.list(resource, namespace).map(({ object }) => object);
  }

  create(
    resource: Resource,
    given: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    const named = this.#named(resource, given);
    if (this.#stored(resource, named)) {
      throw alreadyExists(resource, named.metadata.name);
    }
    const object = this.#complete(resource, undefined, named);
    const managedFields = managedAfterUpdate(
      undefined,
      object,
      this.#writer('Update', options),
      resource.isCustom,
    );
    return this.#write(resource, object, managedFields, options);
  }

  /** Writes an object whole; of a subresource only that part of it. */
  update(
    key: ObjectKey,
    given: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    const { resource, name } = key;
    const before = this.get(key);
    const { resourceVersion } = given.metadata;
    if (
      resourceVersion !== undefined &&
      resourceVersion !== before.metadata.resourceVersion
    ) {
      throw modified(resource, name);
    }
    const after =
      options.subresource === 'status'
        ? { ...before, status: given.status }
        : this.#complete(resource, before, given);
    return this.#change(key, before, after as KubernetesObject, options);
  }

  /** Changes an object by a function that does not change what it is given. */
  patch(
    key: ObjectKey,
    change: (before: KubernetesObject) => KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    return this.update(key, change(this.get(key)), options);
  }

  /** Server-side apply: creates what is not there. */
  apply(
    key: ObjectKey,
    applied: KubernetesObject,
    options: WriteOptions & { force: boolean },
  ): KubernetesObject {
    const { resource, namespace, name } = key;
    const live = this.find(key);
    const version = applied.metadata.resourceVersion;
    if (version !== undefined && version !== live?.metadata.resourceVersion) {
      throw live ? modified(resource, name) : notFound(resource, name);
    }
    const given = this.#named(resource, {
      ...applied,
      metadata: { ...applied.metadata, name, ...(namespace && { namespace }) },
    });
    const after = apply(
      {
        live,
        applied: given,
        writer: this.#writer('Apply', options),
        force: options.force,
        isCustom: resource.isCustom,
      },
      merged =>
        options.subresource === 'status' && live
          ? { ...live, status: merged.status }
          : this.#complete(resource, live, merged),
    );
    return live && isSame(live, after)
      ? live
      : this.#write(resource, after, after.metadata.managedFields, options);
  }

  /**
   * Deletes an object: a pod once it had time to end, everything else at once, unless finalizers keep it.
   *
   * @returns what is left of it, or undefined when it is gone
   */
  delete(
    key: ObjectKey,
    options: {
      graceSeconds?: number | undefined;
      dryRun?: boolean;
      uid?: string | undefined;
      resourceVersion?: string | undefined;
    } = {},
  ): KubernetesObject | undefined {
    const { resource, namespace, name } = key;
    const before = this.get(key);
    const { metadata } = before;
    if (
      (options.uid ?? metadata.uid) !== metadata.uid ||
      (options.resourceVersion ?? metadata.resourceVersion) !==
        metadata.resourceVersion
    ) {
      throw modified(resource, name);
    }
    const grace = this.#graceOf(before, options.graceSeconds);
    const isKept =
      grace > 0 ||
      (metadata.finalizers ?? []).length > 0 ||
      resource.resource === 'namespaces';
    if (options.dryRun) {
      return isKept ? before : undefined;
    }
    if (!isKept) {
      this.store.delete(resource, this.store.get(resource, namespace, name)!);
      return undefined;
    }
    if (metadata.deletionTimestamp !== undefined) {
      return before;
    }
    const ends = this.#now() + grace * 1000;
    return this.store.put(resource, {
      ...before,
      metadata: {
        ...metadata,
        deletionTimestamp: timeText(ends),
        deletionGracePeriodSeconds: grace,
        ...(resource.hasGeneration && {
          generation: (metadata.generation ?? 0) + 1,
        }),
      },
      ...(resource.resource === 'namespaces' && {
        status: { phase: 'Terminating' },
      }),
    }).object;
  }

  #graceOf({ kind, spec }: KubernetesObject, asked: number | undefined) {
    if (kind !== 'Pod') {
      return 0;
    }
    const { nodeName, terminationGracePeriodSeconds = GRACE_SECONDS } =
      spec as { nodeName?: string; terminationGracePeriodSeconds?: number };
    // What no kubelet has taken does not have to end.
    return nodeName === undefined ? 0 : asked ?? terminationGracePeriodSeconds;
  }

  #writer(
    operation: Writer['operation'],
    { manager, subresource }: WriteOptions,
  ): Writer {
    return {
      ...{ manager, operation, now: this.#now() },
      ...(subresource === undefined ? {} : { subresource }),
    };
  }

  #stored(resource: Resource, { metadata }: KubernetesObject) {
    return this.store.get(resource, metadata.namespace, metadata.name);
  }

  /** With a name, and in a namespace that is there. */
  #named(resource: Resource, given: KubernetesObject): KubernetesObject {
    const { namespace } = given.metadata;
    const namespaces = resourceOfKind('Namespace');
    if (
      resource.namespaced &&
      namespace !== undefined &&
      !this.store.get(namespaces, undefined, namespace)
    ) {
      throw notFound(namespaces, namespace);
    }
    return nameObject(resource, given);
  }

  #complete(
    resource: Resource,
    before: KubernetesObject | undefined,
    given: KubernetesObject,
  ): KubernetesObject {
    return completeObject(resource, before, given, this.#now());
  }

  #change(
    { resource, namespace, name }: ObjectKey,
    before: KubernetesObject,
    after: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    const managedFields = managedAfterUpdate(
      before,
      after,
      this.#writer('Update', options),
      resource.isCustom,
    );
    const next = { ...after, metadata: { ...after.metadata, managedFields } };
    if (isSame(before, next)) {
      return before;
    }
    const { deletionTimestamp, finalizers = [] } = next.metadata;
    if (
      deletionTimestamp !== undefined &&
      finalizers.length === 0 &&
      (before.metadata.finalizers ?? []).length > 0
    ) {
      // The last finalizer is gone: so is the object.
      return this.store.delete(
        resource,
        this.store.get(resource, namespace, name)!,
      ).object;
    }
    return this.#write(resource, next, managedFields, options);
  }

  #write(
    resource: Resource,
    object: KubernetesObject,
    managedFields: KubernetesObject['metadata']['managedFields'],
    { dryRun = false }: Pick<WriteOptions, 'dryRun'>,
  ): KubernetesObject {
    const written = {
      ...object,
      metadata: {
        ...object.metadata,
        ...(managedFields && managedFields.length > 0 && { managedFields }),
      },
    };
    return dryRun
      ? this.#asItWouldBe(resource, written)
      : this.store.put(resource, written).object;
  }

  /** What is not written keeps the version that it has. */
  #asItWouldBe(resource: Resource, object: KubernetesObject): KubernetesObject {
    const { resourceVersion } =
      this.#stored(resource, object)?.object.metadata ?? {};
    return {
      ...object,
      metadata: {
        ...object.metadata,
        ...(resourceVersion && { resourceVersion }),
      },
    };
  }
}
