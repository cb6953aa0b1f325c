import { Backoff } from './Backoff';
import { systemClock, type Clock } from './Clock';
import {
  asWatchEvent,
  type KubernetesItem,
  type WatchEvent,
} from './KubernetesItem';
import { ObjectCache, type Change } from './ObjectCache';
import { readLines } from './readLines';
import { keyOf, readList, succeeded } from './readList';
import { listPath, type ResourceType } from './ResourceType';
import type { Transport } from './Transport';
import { failureOfStatus, toWatchFailure, WatchFailure } from './WatchFailure';
import type { WatchObserver } from './WatchObserver';
import type { WatchPhase, WatchState } from './WatchState';
import { withDeadline } from './withDeadline';

/** What the server is asked to end a watch after, in seconds, plus as much again by chance: client-go's five to ten minutes. */
const WATCH_SECONDS = 300;

/** How long a watch may be silent, in milliseconds: a bookmark comes about once a minute. */
const SILENCE_MS = 90_000;

/** How often everything is read anew although nothing seems to be wrong, in milliseconds. */
const RECONCILE_MS = 60 * 60_000;

/** A watch that ends sooner did not work, in milliseconds. */
const SHORTEST_WATCH_MS = 1_000;

/**
 * A server that asks for no more than this, in milliseconds, the first time in a row, has not failed: it answers 429 with
 * `Retry-After: 1` for as long as it makes the storage of a kind ready, as after its CRD was installed.
 */
const BRIEF_MS = 2_000;

/** Answers without a single event after which the place to go on from is given up: it may be one of before a backup was restored. */
const PATIENCE = 4;

export interface ReflectorOptions<T> {
  type: ResourceType;
  transport: Transport;
  /** All namespaces when omitted. */
  namespace?: string;
  labelSelector?: string;
  /** What is kept of an object. The object itself is dropped. */
  project(item: KubernetesItem): T;
  /** Is told what changed, once it is in the cache. */
  onChange?(changes: Change<T>[]): void;
  /** Is told when the objects become better or worse known. */
  onState?(state: WatchState): void;
  observer?: WatchObserver;
  clock?: Clock;
  /** A number from 0 up to 1. */
  random?: () => number;
}

/**
 * Keeps the objects of one kind in one cluster: lists them, then follows a watch from where the list was.
 *
 * As client-go's reflector does it: a watch that ends is resumed at the last resource version seen, in an event or a
 * bookmark; when the server no longer has that (410), everything is listed again, and what is kept stays until the new
 * list is whole. It goes on until its signal says otherwise, and waits longer after each failure.
 */
export class Reflector<T> {
  readonly cache = new ObjectCache<T>();
  readonly #options: ReflectorOptions<T>;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #backoff: Backoff;
  readonly #path: string;
  readonly #query: Record<string, string>;
  #state: WatchPhase & { since: number };
  #contactAt: number | undefined;
  #resourceVersion: string | undefined;
  #reconcileAt = 0;
  #absences = 0;
  #refusals = 0;
  #attempt = new AbortController();
  #fruitless = 0;

  constructor(options: ReflectorOptions<T>) {
    const { type, namespace, labelSelector } = options;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
    this.#backoff = new Backoff(this.#random);
    this.#path = listPath(type, namespace);
    this.#query = labelSelector ? { labelSelector } : {};
    this.#state = { phase: 'starting', since: this.#clock.now() };
  }

  get state(): WatchState {
    return { ...this.#state, syncedAt: this.#contactAt };
  }

  /**
   * Tries anew at once, whatever it does or waits for: a connection that looks open may be dead.
   *
   * @param failure - what is known to be wrong; what is kept counts as old until the server has answered
   */
  interrupt(failure?: WatchFailure) {
    if (failure) {
      this.#becomeFailing(failure);
    }
    this.#attempt.abort(new Error('interrupted'));
  }

  /** Lists and watches until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#attempt = new AbortController();
      const either = AbortSignal.any([signal, this.#attempt.signal]);
      try {
        if (
          this.#resourceVersion === undefined ||
          this.#clock.now() >= this.#reconcileAt
        ) {
          await this.#list(either);
        }
        await this.#watch(this.#resourceVersion!, either);
      } catch (error) {
        if (!either.aborted) {
          const wait = this.#fail(toWatchFailure(error));
          await this.#clock.sleep(wait, either).catch(() => undefined);
        }
      }
    }
  }

  async #list(signal: AbortSignal) {
    const { transport, project } = this.#options;
    const { objects, resourceVersion } = await readList(
      {
        transport,
        project,
        known: key => this.cache.kept(key),
        clock: this.#clock,
        path: this.#path,
        query: this.#query,
      },
      signal,
    );
    this.#options.observer?.listed();
    this.#resourceVersion = resourceVersion;
    this.#reconcileAt =
      this.#clock.now() + RECONCILE_MS * (0.9 + this.#random() / 5);
    this.#absences = 0;
    this.#refusals = 0;
    this.#tell(this.cache.replace(objects));
    this.#contact();
    if (this.#state.phase === 'starting') {
      this.#become({ phase: 'watching' });
    }
  }

  async #watch(resourceVersion: string, signal: AbortSignal) {
    const seconds = Math.ceil(
      Math.min(
        WATCH_SECONDS * (1 + this.#random()),
        Math.max(5, (this.#reconcileAt - this.#clock.now()) / 1000),
      ),
    );
    const begun = this.#clock.now();
    await withDeadline(
      { clock: this.#clock, ms: SILENCE_MS, signal, what: 'silent' },
      async (inTime, alive) => {
        const { body } = await succeeded(
          await this.#options.transport.get(
            this.#path,
            {
              ...this.#query,
              watch: 'true',
              allowWatchBookmarks: 'true',
              resourceVersion,
              timeoutSeconds: String(seconds),
            },
            inTime,
          ),
        );
        this.#options.observer?.watched();
        this.#fruitless += 1;
        this.#refusals = 0;
        this.#contact();
        this.#become({ phase: 'watching' });
        for await (const line of readLines(body, alive)) {
          // What was on its way when the time was over belongs to a watch that is given up.
          inTime.throwIfAborted();
          this.#receive(asWatchEvent(line));
        }
      },
    );
    if (this.#clock.now() - begun < SHORTEST_WATCH_MS) {
      throw new WatchFailure('unexpected', 'ended the watch at once');
    }
    this.#backoff.succeeded();
  }

  #receive(event: WatchEvent) {
    if (event.type === 'ERROR') {
      throw failureOfStatus(event.code, event.retryAfterSeconds);
    }
    this.#contact();
    this.#backoff.succeeded();
    this.#fruitless = 0;
    if (event.type === 'BOOKMARK') {
      this.#resourceVersion = event.resourceVersion;
      return;
    }
    const { object } = event;
    const { resourceVersion } = object.metadata;
    const key = keyOf(object);
    const change =
      event.type === 'DELETED'
        ? this.cache.delete(key)
        : this.cache.set(key, {
            resourceVersion,
            value: this.#options.project(object),
          });
    this.#resourceVersion = resourceVersion;
    if (change) {
      this.#tell([change]);
    }
  }

  /** @returns how long to wait, in milliseconds */
  #fail(failure: WatchFailure): number {
    const { kind } = failure;
    this.#options.observer?.failed(kind);
    const wait = this.#backoff.failed(failure);
    this.#absences = kind === 'absent' ? this.#absences + 1 : 0;
    this.#refusals = kind === 'rateLimited' ? this.#refusals + 1 : 0;
    if (kind === 'serverError') {
      this.#fruitless += 1;
    }
    if (kind === 'expired' || this.#fruitless >= PATIENCE) {
      this.#resourceVersion = undefined;
      this.#fruitless = 0;
    }
    if (kind === 'unauthorized') {
      this.#options.transport.renewCredentials?.();
    }
    if (wait === 0) {
      return wait;
    }
    // One answer may come from a server that is just starting, and says nothing yet.
    if (kind === 'absent') {
      if (this.#absences === 1) {
        return wait;
      }
      this.#resourceVersion = undefined;
      this.#tell(this.cache.replace(new Map()));
      this.#contact();
      this.#become({ phase: 'absent' });
      return wait;
    }
    const isBrief =
      this.#refusals === 1 &&
      failure.retryAfterMs !== undefined &&
      failure.retryAfterMs <= BRIEF_MS;
    if (!isBrief) {
      this.#becomeFailing(failure);
    }
    return wait;
  }

  #contact() {
    this.#contactAt = this.#clock.now();
  }

  #tell(changes: Change<T>[]) {
    if (changes.length > 0) {
      this.#options.onChange?.(changes);
    }
  }

  #becomeFailing({ kind, message }: WatchFailure) {
    this.#become({ phase: 'failing', failure: { kind, message } });
  }

  #become(next: WatchPhase) {
    const before = this.#state;
    const failureOf = (state: WatchPhase) =>
      state.phase === 'failing' ? state.failure : undefined;
    const told = failureOf(before);
    const news = failureOf(next);
    if (
      before.phase === next.phase &&
      told?.kind === news?.kind &&
      told?.message === news?.message
    ) {
      return;
    }
    const since =
      before.phase === next.phase ? before.since : this.#clock.now();
    this.#state = { ...next, since };
    this.#options.onState?.(this.state);
  }
}
