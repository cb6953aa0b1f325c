import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { StatusService } from '../status/StatusService';
import type { Clock } from '../watch/Clock';
import { fingerprintOf } from './fingerprintOf';
import type { HintChannels } from './HintChannels';

/** How long changes are gathered before the first of them is told, in milliseconds: they come in bursts. */
const SETTLE_MS = 50;

/** How long nothing is told after that, in milliseconds. */
const REST_MS = 450;

/** For how long after a question somebody may still listen, in milliseconds. */
const LISTENED_MS = 10 * 60_000;

/** Instances that are listened to; the one that was asked for longest ago makes room. */
const MAX_LISTENED = 10_000;

interface Listened {
  entity: Entity;
  /** Of the answer that was told of last. */
  fingerprint: string;
  /** Where the Deployments of the instance are or were, as `cluster/namespace`. */
  places: Set<string>;
  until: number;
}

/** Namespaces that changed, by cluster; `undefined` is all of them. */
type Changed = Map<string, Set<string> | undefined>;

const placesOf = ({ deployments }: InstanceStatus) =>
  deployments.map(
    ({ cluster, deployment: { namespace = '' } }) => `${cluster}/${namespace}`,
  );

/**
 * Tells whoever looks at an instance to ask again, once the answer has changed. What is published is empty.
 *
 * Which instances somebody looks at is known from the questions; what is done for a change depends on how many instances
 * that are, and not on how many people look. Each process of a portal tells of what it was asked for, and the portal's
 * events bring that to whichever process somebody is connected to.
 */
export class Hints {
  readonly #status: StatusService;
  readonly #channels: HintChannels;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #clock: Clock;
  /** By entity, the one that was asked for last at the end. */
  readonly #listened = new Map<string, Listened>();
  #changed: Changed = new Map();
  #wake: () => void = () => {};
  #isSilenced = false;

  constructor(options: {
    status: StatusService;
    channels: HintChannels;
    signals: SignalsService;
    logger: LoggerService;
    clock: Clock;
  }) {
    this.#status = options.status;
    this.#channels = options.channels;
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  /**
   * Somebody who may read an instance has asked for it and may listen from now on.
   *
   * @param answer - what is answered
   */
  listen(
    entity: Entity,
    answer: InstanceStatus,
  ): NonNullable<InstanceStatus['hints']> {
    const entityRef = stringifyEntityRef(entity);
    const { apiVersion, kind, metadata } = entity;
    const before = this.#known(entityRef);
    this.#listened.delete(entityRef);
    this.#listened.set(entityRef, {
      entity: { apiVersion, kind, metadata },
      // Others may have the answer from before, and are still to be told.
      fingerprint: before?.fingerprint ?? this.#fingerprint(entity, answer),
      places: new Set([...(before?.places ?? []), ...placesOf(answer)]),
      until: this.#clock.now() + LISTENED_MS,
    });
    if (this.#listened.size > MAX_LISTENED) {
      const [oldest] = this.#listened.keys();
      this.#listened.delete(oldest);
    }
    return { channel: this.#channels.of(entityRef) };
  }

  /** Something changed in these namespaces of a cluster, or may have anywhere in it. */
  change(cluster: string, namespaces?: ReadonlySet<string>) {
    if (this.#listened.size === 0) {
      return;
    }
    const before = this.#changed.get(cluster);
    if (namespaces && before) {
      namespaces.forEach(namespace => before.add(namespace));
    } else if (!this.#changed.has(cluster) || !namespaces) {
      this.#changed.set(cluster, namespaces && new Set(namespaces));
    }
    this.#wake();
  }

  /** Tells of changes until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake(), { once: true });
    const pause = (ms: number) =>
      this.#clock.sleep(ms, signal).catch(() => undefined);
    while (!signal.aborted) {
      if (this.#changed.size === 0) {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
      await pause(SETTLE_MS);
      await this.#tell(signal);
      await pause(REST_MS);
    }
  }

  #fingerprint(entity: Entity, answer: InstanceStatus): string {
    return fingerprintOf(
      answer,
      answer.deployments.map(({ cluster, deployment }) => {
        const { namespace = '', name } = deployment;
        return this.#status.details(entity, { cluster, namespace, name });
      }),
    );
  }

  #known(entityRef: string): Listened | undefined {
    const listened = this.#listened.get(entityRef);
    return listened && listened.until > this.#clock.now()
      ? listened
      : undefined;
  }

  async #tell(signal: AbortSignal): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Map();
    for (const entityRef of [...this.#listened.keys()]) {
      const listened = this.#known(entityRef);
      if (!listened) {
        this.#listened.delete(entityRef);
      } else if (this.#isTouched(listened, changed)) {
        await this.#clock.turn();
        if (signal.aborted) {
          return;
        }
        await this.#compare(entityRef);
      }
    }
  }

  #isTouched({ entity, places }: Listened, changed: Changed): boolean {
    return [...changed].some(
      ([cluster, namespaces]) =>
        namespaces === undefined ||
        [...namespaces].some(namespace =>
          places.has(`${cluster}/${namespace}`),
        ) ||
        this.#status.isIn(entity, cluster, namespaces),
    );
  }

  async #compare(entityRef: string): Promise<void> {
    // Taken now: somebody may have asked in the meantime.
    const listened = this.#listened.get(entityRef);
    const answer = listened && this.#status.status(listened.entity);
    if (!answer) {
      return;
    }
    listened.places = new Set(placesOf(answer));
    const fingerprint = this.#fingerprint(listened.entity, answer);
    if (fingerprint !== listened.fingerprint) {
      listened.fingerprint = fingerprint;
      await this.#publish(entityRef);
    }
  }

  async #publish(entityRef: string): Promise<void> {
    try {
      await Promise.all(
        this.#channels.heard(entityRef).map(channel =>
          this.#signals.publish({
            recipients: { type: 'broadcast' },
            channel,
            message: {},
          }),
        ),
      );
      this.#isSilenced = false;
    } catch (error) {
      // Whoever listens asks again of their own accord. That it goes on is not said again and again.
      if (!this.#isSilenced) {
        this.#logger.warn(`A hint could not be published: ${error}`);
      }
      this.#isSilenced = true;
    }
  }
}
