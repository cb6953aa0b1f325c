import { isDeepStrictEqual } from 'node:util';
import type {
  Json,
  UnreadableKind,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { unreadableReason } from '../status/unreadableReason';
import type { Clock } from '../watch/Clock';
import { readInTurn, TICK_MS } from '../watch/readInTurn';
import type { Transport } from '../watch/Transport';
import { toWatchFailure, type WatchFailure } from '../watch/WatchFailure';
import { readEvents, type Subject } from './readEvents';
import type { WantedEvents } from './wantedEvents';

/** How long an object may be on its way before its events are read, in milliseconds: a rollout is nothing to explain. */
const PATIENCE_MS = 30_000;

/** How long what was read is taken for current, in milliseconds. */
const REFRESH_MS = 60_000;

/** After how long without an answer what was read is called stale, in milliseconds. */
const STALE_MS = 3 * REFRESH_MS;

/** Requests at one time, so that a cluster in which much fails is not hurried on top of that. */
const AT_ONCE = 2;

/** Objects of a namespace whose events are read: of those that fail together the first tell as much as all. */
const MOST_IN_NAMESPACE = 20;

/** The same in a cluster. What is well never takes the place of what is not. */
const MOST = { unwell: 500, well: 100 };

const groupOf = (wanted: WantedEvents) =>
  wanted === 'scaled' ? 'well' : 'unwell';

interface Entry extends Subject {
  wanted: WantedEvents;
  /** When it is to be read next, in milliseconds since the epoch. */
  due: number;
  /** Absent until they have been read. */
  events?: Json[];
  readAt?: number;
  failure?: WatchFailure;
}

/**
 * Reads the events about those objects of one cluster of which they are wanted, again and again for as long as they are. Events are not
 * watched: a cluster makes more of them than of all else, and none is asked for while all is well.
 */
export class EventReader {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onChange: (namespace: string) => void;
  /** By namespace, and by kind and name. */
  readonly #namespaces = new Map<string, Map<string, Entry>>();
  readonly #sizes = { unwell: 0, well: 0 };

  /** @param options - `onChange` is told of the namespace in which something else is known than before */
  constructor(options: {
    transport: Transport;
    clock: Clock;
    random: () => number;
    onChange(namespace: string): void;
  }) {
    this.#transport = options.transport;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#onChange = options.onChange;
  }

  /** An object changed, and its events are wanted now or not; one that is gone is forgotten as well. */
  follow(subject: Subject, wanted: WantedEvents | undefined) {
    const { namespace, kind, name } = subject;
    const key = `${kind}/${name}`;
    const entries = this.#namespaces.get(namespace);
    const entry = entries?.get(key);
    if (wanted === undefined) {
      if (entry && entries?.delete(key)) {
        this.#sizes[groupOf(entry.wanted)] -= 1;
        if (entries.size === 0) {
          this.#namespaces.delete(namespace);
        }
      }
    } else if (entry) {
      this.#sizes[groupOf(entry.wanted)] -= 1;
      this.#sizes[groupOf(wanted)] += 1;
      entry.wanted = wanted;
      this.#hasten(entry);
    } else {
      this.#add(subject, key, wanted);
    }
  }

  #add(subject: Subject, key: string, wanted: WantedEvents) {
    const { namespace } = subject;
    const group = groupOf(wanted);
    const entries = this.#namespaces.get(namespace) ?? new Map<string, Entry>();
    if (this.#sizes[group] < MOST[group] && entries.size < MOST_IN_NAMESPACE) {
      const now = this.#clock.now();
      const due = wanted === 'waiting' ? now + PATIENCE_MS : now;
      entries.set(key, { ...subject, wanted, due });
      this.#namespaces.set(namespace, entries);
      this.#sizes[group] += 1;
    }
  }

  #hasten(entry: Entry) {
    const { wanted, readAt } = entry;
    // An autoscaler that is well changes every 15 s, and seldom scales then.
    if (wanted === 'failed' || (wanted === 'waiting' && readAt !== undefined)) {
      const soon = Math.max(this.#clock.now(), (readAt ?? 0) + TICK_MS);
      entry.due = Math.min(entry.due, soon);
    }
  }

  /** @returns undefined while none have been read in a namespace, which is not to say that there are none */
  events(namespace: string): Json[] | undefined {
    const read = [...(this.#namespaces.get(namespace)?.values() ?? [])].flatMap(
      ({ events }) => (events ? [events] : []),
    );
    return read.length > 0 ? read.flat() : undefined;
  }

  /** What the evaluator is told when events of a namespace are not known as they should be. */
  unreadable(namespace: string): UnreadableKind[] {
    for (const { failure, readAt } of this.#namespaces
      .get(namespace)
      ?.values() ?? []) {
      const { kind: failed, message } = failure ?? {};
      const base = { kind: 'Event', namespace, message: message ?? '' };
      if (failed && (readAt === undefined || failed === 'forbidden')) {
        return [{ ...base, reason: unreadableReason(failed) }];
      }
      if (failed && this.#clock.now() - readAt! > STALE_MS) {
        return [{ ...base, reason: 'stale', syncedAt: new Date(readAt!) }];
      }
    }
    return [];
  }

  /** Reads until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    await readInTurn<Entry>(
      {
        clock: this.#clock,
        random: this.#random,
        atOnce: AT_ONCE,
        due: () => this.#entries(),
        read: (entry, whileOpen) => this.#read(entry, whileOpen),
      },
      signal,
    );
  }

  *#entries(): Generator<Entry> {
    for (const entries of this.#namespaces.values()) {
      yield* entries.values();
    }
  }

  /** @returns what is wrong with the cluster, when that is why they could not be read */
  async #read(
    entry: Entry,
    signal: AbortSignal,
  ): Promise<WatchFailure | undefined> {
    const before = { events: entry.events, failure: entry.failure?.message };
    entry.due = this.#clock.now() + REFRESH_MS * (0.9 + this.#random() / 5);
    try {
      entry.events = await readEvents(
        { transport: this.#transport, clock: this.#clock },
        entry,
        signal,
      );
      entry.readAt = this.#clock.now();
      entry.failure = undefined;
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      entry.failure = toWatchFailure(error);
      if (entry.failure.kind === 'unauthorized') {
        this.#transport.renewCredentials?.();
      }
      if (entry.failure.kind === 'forbidden') {
        // What may not be read any more is not known any more.
        entry.events = undefined;
      } else {
        entry.due = this.#clock.now();
      }
    }
    const after = { events: entry.events, failure: entry.failure?.message };
    if (!isDeepStrictEqual(before, after)) {
      this.#onChange(entry.namespace);
    }
    return entry.failure?.kind === 'forbidden' ? undefined : entry.failure;
  }
}
