import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '@alexandriaproject/alexandria-manifests';
import type { ObjectDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Comparison } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { unpack } from '../status/projection/pack';
import type { Clock } from '../watch/Clock';
import { readInTurn, TICK_MS } from '../watch/readInTurn';
import type { Transport } from '../watch/Transport';
import { toWatchFailure, type WatchFailure } from '../watch/WatchFailure';
import { comparedResources } from './comparedResources';
import { compareWithLive, unread } from './compareWithLive';
import { readObject } from './readObject';

/** How long a comparison is taken for current, in milliseconds: what is not watched shows after it. */
const REFRESH_MS = 5 * 60_000;

/** After how long without an answer it is called out of date, in milliseconds. */
const STALE_MS = 3 * REFRESH_MS;

/** How old a comparison may be, in milliseconds, when somebody looks at it. */
const LOOKED_AT_MS = 30_000;

/** Deployments that are compared at one time; the objects of one are read one after the other. */
const AT_ONCE = 2;

/** What is to be compared: a Deployment, with all objects that are rendered beside it. */
export interface Rendered {
  namespace: string;
  /** Name of the Deployment. */
  name: string;
  /** The objects as JSON, packed. */
  rendered: string;
}

interface Entry extends Rendered {
  /** When it is to be compared next, in milliseconds since the epoch. */
  due: number;
  objects: ObjectDrift[];
  comparedAt?: number;
  failure?: WatchFailure;
}

/** What is wrong with one object only; anything else is the cluster's, and the others would fare no better. */
const ITS_OWN = ['absent', 'forbidden', 'unexpected'];

const REASONS: Partial<Record<WatchFailure['kind'], string>> = {
  forbidden:
    'the portal may not read it; rbac/drift.yaml of the backend plugin allows it',
};

/**
 * Compares the objects of the instances of one cluster with those that their values render, in the background: when a watched
 * one of a namespace changed, when somebody looks, and every few minutes. Objects are read whole, one by one and by name,
 * since what is kept of the watches has no more than the rules need; of what was read nothing is kept but what differs.
 */
export class DriftReader {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #wanted: () => Iterable<Rendered>;
  readonly #onChange: (namespace: string) => void;
  /** By namespace, and by the name of the Deployment. */
  #namespaces = new Map<string, Map<string, Entry>>();

  /**
   * @param options - `wanted` gives all there is to compare; `onChange` is told of the namespace in which something else is
   * known than before
   */
  constructor(options: {
    transport: Transport;
    clock: Clock;
    random: () => number;
    wanted(): Iterable<Rendered>;
    onChange(namespace: string): void;
  }) {
    this.#transport = options.transport;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#wanted = options.wanted;
    this.#onChange = options.onChange;
  }

  /** Something was written in a namespace that may be compared: it is, soon. */
  hasten(namespace: string) {
    for (const entry of this.#namespaces.get(namespace)?.values() ?? []) {
      this.#within(entry, TICK_MS);
    }
  }

  /** Somebody looks at the drift of a Deployment. */
  lookAt(namespace: string, name: string) {
    const entry = this.#namespaces.get(namespace)?.get(name);
    if (entry) {
      this.#within(entry, LOOKED_AT_MS);
    }
  }

  #within(entry: Entry, ms: number) {
    entry.due = Math.min(entry.due, (entry.comparedAt ?? 0) + ms);
  }

  /** What came of the comparisons in a namespace, by our clock. */
  comparisons(namespace: string): Comparison[] {
    return [...(this.#namespaces.get(namespace)?.values() ?? [])].map(entry => {
      const { name, objects, comparedAt } = entry;
      const stale = this.#staleness(entry);
      return {
        ...{ namespace, name, objects },
        ...(comparedAt === undefined
          ? {}
          : { comparedAt: new Date(comparedAt) }),
        ...(stale === undefined ? {} : { stale }),
      };
    });
  }

  #staleness({ comparedAt, failure }: Entry): string | undefined {
    const isOld =
      comparedAt === undefined || this.#clock.now() - comparedAt > STALE_MS;
    return failure && isOld
      ? `Not compared: the cluster ${failure.message}.`
      : undefined;
  }

  /** Compares until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    await readInTurn<Entry>(
      {
        clock: this.#clock,
        random: this.#random,
        atOnce: AT_ONCE,
        due: () => this.#entries(),
        read: (entry, whileOpen) => this.#compare(entry, whileOpen),
      },
      signal,
    );
  }

  #entries(): Entry[] {
    const now = this.#clock.now();
    const namespaces = new Map<string, Map<string, Entry>>();
    const all: Entry[] = [];
    for (const { namespace, name, rendered } of this.#wanted()) {
      const known = this.#namespaces.get(namespace)?.get(name);
      const entry = known ?? {
        namespace,
        name,
        rendered,
        due: now,
        objects: [],
      };
      if (entry.rendered !== rendered) {
        entry.rendered = rendered;
        entry.due = now;
      }
      const entries = namespaces.get(namespace) ?? new Map<string, Entry>();
      namespaces.set(namespace, entries.set(name, entry));
      all.push(entry);
    }
    this.#namespaces = namespaces;
    return all;
  }

  /** @returns what is wrong with the cluster, when that is why it could not be compared */
  async #compare(
    entry: Entry,
    signal: AbortSignal,
  ): Promise<WatchFailure | undefined> {
    const { rendered } = entry;
    const startedAt = this.#clock.now();
    // Whatever is written while it is compared makes it due again.
    entry.due = startedAt + REFRESH_MS * (0.9 + this.#random() / 5);
    const before = { objects: entry.objects, stale: this.#staleness(entry) };
    const wasCompared = entry.comparedAt !== undefined;
    const objects: ObjectDrift[] = [];
    try {
      for (const expected of JSON.parse(
        unpack(rendered),
      ) as KubernetesObject[]) {
        objects.push(await this.#compareOne(entry.namespace, expected, signal));
      }
      entry.objects = objects;
      entry.comparedAt = startedAt;
      entry.failure = undefined;
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      entry.failure = toWatchFailure(error);
      entry.due = this.#clock.now();
      if (entry.failure.kind === 'unauthorized') {
        this.#transport.renewCredentials?.();
      }
    }
    const after = { objects: entry.objects, stale: this.#staleness(entry) };
    if (
      wasCompared !== (entry.comparedAt !== undefined) ||
      !isDeepStrictEqual(before, after)
    ) {
      this.#onChange(entry.namespace);
    }
    return entry.failure;
  }

  /** @throws WatchFailure when it is the cluster that cannot be read */
  async #compareOne(
    namespace: string,
    expected: KubernetesObject,
    signal: AbortSignal,
  ): Promise<ObjectDrift> {
    const { kind, metadata } = expected;
    const type = comparedResources.find(each => each.kind === kind);
    if (!type) {
      return unread(expected, 'objects of this kind are not compared');
    }
    try {
      return compareWithLive(
        expected,
        await readObject(
          { transport: this.#transport, clock: this.#clock, type },
          { namespace, name: metadata.name },
          signal,
        ),
      );
    } catch (error) {
      const failure = toWatchFailure(error);
      if (signal.aborted || !ITS_OWN.includes(failure.kind)) {
        throw failure;
      }
      return unread(
        expected,
        REASONS[failure.kind] ?? `the cluster ${failure.message}`,
      );
    }
  }
}
