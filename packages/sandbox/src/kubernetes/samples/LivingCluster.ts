import { setImmediate } from 'node:timers/promises';
import { Controllers } from '../controllers/Controllers';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { resourceOfKind } from '../objects/resources';
import { SampleCluster, type SampleClusterOptions } from '../SampleCluster';
import { Hands } from './Hands';
import { infrastructure } from './infrastructure';
import { LONG_AGO, type SampleInstance } from './SampleInstance';

const MINUTE_MS = 60_000;

/** How often what goes on in a cluster is brought up to date, in milliseconds. */
const TICK_MS = 1_000;

/** What was done has shown in all that follows from it once nothing has happened for so many ticks: no start takes longer. */
const QUIET_TICKS = 8;

/** Some things never come to rest, so that after so many ticks it has to do. */
const MOST_TICKS = 40;

/** A sample cluster in which something goes on: instances with a past, and controllers that move them. */
export class LivingCluster {
  readonly cluster: SampleCluster;
  readonly #controllers: Controllers;
  readonly #instances: readonly SampleInstance[];
  readonly #clock: () => number;
  /** The moment at which its past is being lived through; undefined once it has caught up. */
  #past: number | undefined;
  #begun = 0;
  readonly #turns = new Map<SampleInstance, number>();

  private constructor(
    instances: readonly SampleInstance[],
    options: SampleClusterOptions,
  ) {
    this.#clock = options.now ?? Date.now;
    this.#instances = instances;
    const now = () => this.#past ?? this.#clock();
    this.cluster = new SampleCluster({ ...options, now });
    this.#controllers = new Controllers(this.cluster.objects, now);
  }

  /**
   * Makes a cluster and lives through its past, which takes a second or two. What else goes on in the process goes on.
   *
   * @param options - `now` is the clock, in milliseconds since the epoch; the machine's when omitted
   */
  static async create(
    name: string,
    instances: readonly SampleInstance[],
    options: SampleClusterOptions,
  ): Promise<LivingCluster> {
    const living = new LivingCluster(instances, options);
    await living.#livePast(name);
    return living;
  }

  /** Brings everything up to the moment that the clock shows. */
  tick(): void {
    for (const instance of this.#instances) {
      const { repeat } = instance;
      if (repeat) {
        const seconds = (this.#clock() - this.#begun) / 1000;
        const turn = Math.floor(seconds / repeat.everySeconds);
        if (turn !== this.#turns.get(instance)) {
          this.#turns.set(instance, turn);
          repeat.run(this.#handsOf(instance), turn);
        }
      }
    }
    this.#controllers.reconcile();
  }

  /** Brings it up to date again and again; the function that is returned ends that. */
  start(onError: (error: unknown) => void): () => void {
    const timer = setInterval(() => {
      try {
        this.tick();
      } catch (error) {
        onError(error);
      }
    }, TICK_MS);
    return () => clearInterval(timer);
  }

  #handsOf({ entity, namespace }: SampleInstance) {
    return new Hands(this.cluster.objects, entity, namespace);
  }

  async #settle() {
    const { store } = this.cluster.objects;
    let quiet = 0;
    for (let tick = 0; tick < MOST_TICKS && quiet < QUIET_TICKS; tick++) {
      const { version } = store;
      this.#controllers.reconcile();
      this.#past! += TICK_MS;
      quiet = store.version === version ? quiet + 1 : 0;
      await setImmediate();
    }
  }

  #build(object: KubernetesObject) {
    const { objects } = this.cluster;
    const resource = resourceOfKind(object.kind);
    const options = { manager: 'platform-team' };
    const created = objects.create(resource, object, options);
    if (object.status !== undefined) {
      const { name } = created.metadata;
      objects.update(
        { resource, name },
        { ...created, status: object.status },
        { ...options, subresource: 'status' },
      );
    }
  }

  /** What was there long ago, and what was done to it since, each at its time. */
  async #livePast(name: string) {
    this.#begun = this.#clock();
    this.#past = this.#begun - (LONG_AGO + 1) * MINUTE_MS;
    for (const object of infrastructure(name)) {
      this.#build(object);
    }
    const steps = this.#instances
      .flatMap(instance =>
        instance.history.map(step => ({ ...step, instance })),
      )
      .sort((a, b) => b.minutesAgo - a.minutesAgo);
    for (const minutesAgo of new Set(steps.map(step => step.minutesAgo))) {
      this.#past = this.#begun - minutesAgo * MINUTE_MS;
      // What went on until then.
      this.#controllers.reconcile();
      steps
        .filter(step => step.minutesAgo === minutesAgo)
        .forEach(({ instance, run }) => run(this.#handsOf(instance)));
      await this.#settle();
    }
    this.#past = undefined;
    this.tick();
  }
}
