import { systemClock, type Clock } from './Clock';
import { Heartbeat } from './Heartbeat';
import type { KubernetesItem } from './KubernetesItem';
import type { Change } from './ObjectCache';
import { Reflector } from './Reflector';
import type { ResourceType } from './ResourceType';
import type { Transport } from './Transport';
import type { WatchFailure } from './WatchFailure';
import type { WatchObserver } from './WatchObserver';
import type { WatchState } from './WatchState';

/** A kind of object to watch, and what to keep of each. */
export interface WatchedKind<T> {
  type: ResourceType;
  labelSelector?: string;
  project(item: KubernetesItem): T;
}

/** How well a kind is known at the moment. */
export interface KindState {
  type: ResourceType;
  state: WatchState;
  /** Number of objects that are kept. */
  kept: number;
}

export interface ClusterWatchOptions<T> {
  transport: Transport;
  kinds: readonly WatchedKind<T>[];
  /** Is told what changed, once it is kept. */
  onChange?(type: ResourceType, changes: Change<T>[]): void;
  /** Is told when anything becomes better or worse known. */
  onState?(): void;
  observer?: WatchObserver;
  clock?: Clock;
  /** A number from 0 up to 1. */
  random?: () => number;
}

/** Keeps the objects of several kinds in one cluster. It shares nothing with those of other clusters. */
export class ClusterWatch<T> {
  readonly #reflectors: readonly {
    type: ResourceType;
    reflector: Reflector<T>;
  }[];
  readonly #heartbeat: Heartbeat;

  constructor(options: ClusterWatchOptions<T>) {
    const { transport, kinds, onChange, onState, observer } = options;
    const { clock = systemClock, random = Math.random } = options;
    this.#heartbeat = new Heartbeat({
      transport,
      clock,
      random,
      onGone: failure => {
        this.#interrupt(failure);
        onState?.();
      },
      onBack: () => {
        this.#interrupt();
        onState?.();
      },
    });
    this.#reflectors = kinds.map(({ type, labelSelector, project }) => ({
      type,
      reflector: new Reflector<T>({
        type,
        labelSelector,
        project,
        transport,
        observer,
        clock,
        random,
        onChange: changes => onChange?.(type, changes),
        onState: ({ phase }) => {
          if (phase !== 'failing' && this.#heartbeat.failure) {
            this.#heartbeat.hasten();
          }
          onState?.();
        },
      }),
    }));
  }

  /** Watches until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#heartbeat.run(signal),
      ...this.#reflectors.map(({ reflector }) => reflector.run(signal)),
    ]);
  }

  /** @param failure - why, when none of them can go on */
  #interrupt(failure?: WatchFailure) {
    for (const { reflector } of this.#reflectors) {
      // What has had an answer meanwhile need not ask again.
      if (failure || reflector.state.phase === 'failing') {
        reflector.interrupt(failure);
      }
    }
  }

  /**
   * When what is kept was last known to be what the cluster has, in milliseconds since the epoch: of the kinds that are
   * watched, in so far as watches tell at once. Undefined before the server has answered.
   */
  get heardAt(): number | undefined {
    return this.#heartbeat.heardAt;
  }

  /** By how much the cluster's clock is ahead of ours, in milliseconds. */
  get clockOffset(): number {
    return this.#heartbeat.offset;
  }

  /** All that is kept, of every kind. */
  *values(): Generator<T> {
    for (const { reflector } of this.#reflectors) {
      yield* reflector.cache.values();
    }
  }

  /** How well each kind is known, in the order in which they were given. */
  kinds(): KindState[] {
    const { failure, heardAt } = this.#heartbeat;
    return this.#reflectors.map(({ type, reflector }) => {
      const { state, cache } = reflector;
      const kept = cache.size;
      if (state.phase === 'failing') {
        return { type, state, kept };
      }
      if (failure) {
        // A single answer may have come late: a cluster is known while its server answers in time.
        return { type, state: { ...state, phase: 'failing', failure }, kept };
      }
      // Until then nobody knows its time.
      return heardAt === undefined
        ? { type, state: { ...state, phase: 'starting' }, kept }
        : { type, state, kept };
    });
  }
}
