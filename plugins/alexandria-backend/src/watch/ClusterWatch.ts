import { systemClock, type Clock } from './Clock';
import { Heartbeat } from './Heartbeat';
import type { KubernetesItem } from './KubernetesItem';
import type { Change } from './ObjectCache';
import { Reflector } from './Reflector';
import type { ResourceType } from './ResourceType';
import type { Transport } from './Transport';
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
}

export interface ClusterWatchOptions<T> {
  transport: Transport;
  kinds: readonly WatchedKind<T>[];
  /** Is told what changed, once it is kept. */
  onChange?(type: ResourceType, changes: Change<T>[]): void;
  /** Is told when anything becomes better or worse known. */
  onState?(): void;
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
    const { transport, kinds, onChange, onState } = options;
    const { clock = systemClock, random = Math.random } = options;
    this.#heartbeat = new Heartbeat({
      transport,
      clock,
      random,
      onChange: failure =>
        this.#reflectors.forEach(({ reflector }) =>
          reflector.interrupt(failure),
        ),
    });
    this.#reflectors = kinds.map(({ type, labelSelector, project }) => ({
      type,
      reflector: new Reflector<T>({
        type,
        labelSelector,
        project,
        transport,
        clock,
        random,
        onChange: changes => onChange?.(type, changes),
        onState: () => onState?.(),
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

  /** All that is kept, of every kind. */
  *values(): Generator<T> {
    for (const { reflector } of this.#reflectors) {
      yield* reflector.cache.values();
    }
  }

  /** How well each kind is known, in the order in which they were given. */
  kinds(): KindState[] {
    return this.#reflectors.map(({ type, reflector }) => ({
      type,
      state: reflector.state,
    }));
  }
}
