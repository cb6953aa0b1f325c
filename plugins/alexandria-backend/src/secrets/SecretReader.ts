import { isDeepStrictEqual } from 'node:util';
import type {
  SecretState,
  UnreadableKind,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { Clock } from '../watch/Clock';
import { readInTurn, TICK_MS } from '../watch/readInTurn';
import type { Transport } from '../watch/Transport';
import {
  toWatchFailure,
  type FailureKind,
  type WatchFailure,
} from '../watch/WatchFailure';
import { unreadableReason } from '../status/unreadableReason';
import {
  readSecret,
  type ReadingTier,
  type SecretReference,
} from './readSecret';

/** How long what was read of a Secret is taken for current, in milliseconds. */
const REFRESH_MS = 60_000;

/** After how long without an answer what is known of a Secret is called stale, in milliseconds. */
const STALE_MS = 3 * REFRESH_MS;

/** Requests at one time, so that a cluster with many instances is not hurried. */
const AT_ONCE = 4;

interface Entry extends SecretReference {
  /** When it is to be read next, in milliseconds since the epoch. */
  due: number;
  state?: SecretState;
  readAt?: number;
  /** Why this one, and not the cluster, could not be read when it was asked for last. */
  failure?: WatchFailure;
}

/** What is wrong with one Secret only; anything else is the cluster's, and the others would fare no better. */
const isItsOwn = ({ kind }: WatchFailure) =>
  kind === 'forbidden' || kind === 'unexpected';

/**
 * Reads the Secrets that instances of one cluster need, by name, again and again. Secrets are not watched: to watch or
 * list them is to be sent the values of all.
 */
export class SecretReader {
  readonly #tier: ReadingTier;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onChange: (namespace: string) => void;
  readonly #onRead: (outcome: 'succeeded' | FailureKind) => void;
  readonly #namespaces = new Map<string, Map<string, Entry>>();
  #trouble: WatchFailure | undefined;

  /**
   * @param options - `onChange` is told of the namespace in which something else is known than before, `onRead` what came of
   * each request
   */
  constructor(options: {
    tier: ReadingTier;
    transport: Transport;
    clock: Clock;
    random: () => number;
    onChange(namespace: string): void;
    onRead?(outcome: 'succeeded' | FailureKind): void;
  }) {
    this.#tier = options.tier;
    this.#transport = options.transport;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#onChange = options.onChange;
    this.#onRead = outcome => options.onRead?.(outcome);
  }

  /** Says which Secrets of a namespace are needed; what was known of others is forgotten. */
  follow(namespace: string, names: Iterable<string>) {
    const before = this.#namespaces.get(namespace);
    const due = this.#clock.now();
    const entries = new Map<string, Entry>();
    for (const name of names) {
      entries.set(name, before?.get(name) ?? { namespace, name, due });
    }
    if (entries.size > 0) {
      this.#namespaces.set(namespace, entries);
    } else {
      this.#namespaces.delete(namespace);
    }
  }

  /** Something happened in a namespace that may have to do with its Secrets: they are read soon. */
  hasten(namespace: string) {
    for (const entry of this.#namespaces.get(namespace)?.values() ?? []) {
      entry.due = Math.min(entry.due, (entry.readAt ?? 0) + TICK_MS);
    }
  }

  /** What is known of the Secrets of a namespace. */
  states(namespace: string): SecretState[] {
    return [...(this.#namespaces.get(namespace)?.values() ?? [])].flatMap(
      ({ state }) => state ?? [],
    );
  }

  /** What the evaluator is told of the Secrets of a namespace that are not known as they should be. */
  unreadable(namespace: string): UnreadableKind[] {
    const told = new Map<string, UnreadableKind & { names: string[] }>();
    for (const entry of this.#namespaces.get(namespace)?.values() ?? []) {
      const problem = this.#problemOf(entry);
      if (problem) {
        const { reason, message, syncedAt } = problem;
        const key = `${reason} ${message}`;
        const same = told.get(key) ?? { ...problem, names: [] };
        const earliest = Math.min(
          ...[same.syncedAt, syncedAt].flatMap(at => at?.getTime() ?? []),
        );
        told.set(key, {
          ...same,
          names: [...same.names, entry.name],
          ...(Number.isFinite(earliest)
            ? { syncedAt: new Date(earliest) }
            : {}),
        });
      }
    }
    return [...told.values()].map(({ names, ...problem }) => ({
      ...problem,
      message: `${names.sort().join(', ')}: ${problem.message}`,
    }));
  }

  #problemOf(entry: Entry): UnreadableKind | undefined {
    const { namespace, state, readAt, failure = this.#trouble } = entry;
    if (!failure) {
      return undefined;
    }
    const { message } = failure;
    const base = { kind: 'Secret', namespace, message };
    if (entry.failure || state === undefined || readAt === undefined) {
      return { ...base, reason: unreadableReason(failure.kind) };
    }
    return this.#clock.now() - readAt > STALE_MS
      ? { ...base, reason: 'stale', syncedAt: new Date(readAt) }
      : undefined;
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
        onRound: trouble => this.#become(trouble),
      },
      signal,
    );
  }

  *#entries(): Generator<Entry> {
    for (const entries of this.#namespaces.values()) {
      yield* entries.values();
    }
  }

  /** @returns what is wrong with the cluster, when that is why it could not be read */
  async #read(
    entry: Entry,
    signal: AbortSignal,
  ): Promise<WatchFailure | undefined> {
    const before = { state: entry.state, failure: entry.failure?.message };
    let failure: WatchFailure | undefined;
    try {
      entry.state = await readSecret(
        {
          transport: this.#transport,
          clock: this.#clock,
          tier: this.#tier,
        },
        entry,
        signal,
      );
      this.#onRead('succeeded');
      entry.readAt = this.#clock.now();
      entry.failure = undefined;
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      failure = toWatchFailure(error);
      this.#onRead(failure.kind);
      if (failure.kind === 'unauthorized') {
        this.#transport.renewCredentials?.();
      }
      if (!isItsOwn(failure)) {
        // Still due, behind the others: a server may fail at one alone, as when it cannot decrypt it.
        entry.due = this.#clock.now();
        return failure;
      }
      // What may not be read any more is not known any more.
      entry.state = undefined;
      entry.failure = failure;
    }
    entry.due = this.#clock.now() + REFRESH_MS * (0.9 + this.#random() / 5);
    const after = { state: entry.state, failure: failure?.message };
    if (!isDeepStrictEqual(before, after)) {
      this.#onChange(entry.namespace);
    }
    return undefined;
  }

  #become(trouble: WatchFailure | undefined) {
    const isOther = trouble?.message !== this.#trouble?.message;
    this.#trouble = trouble;
    if (isOther) {
      this.#namespaces.forEach((_, namespace) => this.#onChange(namespace));
    }
  }
}
