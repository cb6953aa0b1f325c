import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { chunksOf } from '../chunksOf';
import { wantedEntities } from '../entities/wantedEntities';
import type { DiscoveryOptions } from '../options/readDiscoveryOptions';
import type { DiscoveredStore } from '../store/DiscoveredStore';
import type { ClusterSource } from './ClusterSource';
import type { KnownEntity } from './KnownEntity';
import { readCatalogState, type ClusterIdentity } from './readCatalogState';
import { reconcile, type Reconciliation } from './reconcile';

/** Entities in one mutation, each of which is one transaction of the catalog. */
const MUTATION_SIZE = 100;

/** What a look at a cluster takes. */
export interface ProviderServices {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  source: Pick<ClusterSource, 'read'>;
  store: DiscoveredStore;
}

/**
 * Brings what runs in one cluster and is not registered into the catalog. It shares nothing with those of other clusters. Of the
 * processes of a portal one looks at a time, as the task runner has it.
 */
export class ClusterEntityProvider implements EntityProvider {
  readonly #identity: ClusterIdentity;
  readonly #services: ProviderServices;
  readonly #options: Pick<DiscoveryOptions, 'component' | 'gracePeriodMs'>;
  readonly #maxStepMs: number;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #now: () => number;

  /** @param options - `maxStepMs` is as {@link ReconcileInput} has it; `now` is the clock, the machine's when omitted */
  constructor(options: {
    cluster: ClusterIdentity;
    services: ProviderServices;
    discovery: Pick<DiscoveryOptions, 'component' | 'gracePeriodMs'>;
    maxStepMs: number;
    taskRunner: SchedulerServiceTaskRunner;
    now?: () => number;
  }) {
    this.#identity = options.cluster;
    this.#services = options.services;
    this.#options = options.discovery;
    this.#maxStepMs = options.maxStepMs;
    this.#taskRunner = options.taskRunner;
    this.#now = options.now ?? Date.now;
  }

  get #cluster(): string {
    return this.#identity.name;
  }

  getProviderName(): string {
    return `alexandria:${this.#cluster}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: `${this.getProviderName()}:discover`,
      fn: signal => this.#tryDiscover(connection, signal),
    });
  }

  async #tryDiscover(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ) {
    const { logger, store } = this.#services;
    try {
      await this.#discover(connection, signal);
    } catch (error) {
      if (signal.aborted) {
        // The portal ends, or another of its processes looks after the timeout.
        logger.info(`A look at cluster ${this.#cluster} was not finished`);
        return;
      }
      logger.warn(
        `What runs in cluster ${
          this.#cluster
        } was not compared with the catalog, which stays as it is: ${stringifyError(
          error,
        )}`,
      );
      await store.pause(this.#cluster);
    }
  }

  async #discover(connection: EntityProviderConnection, signal: AbortSignal) {
    const { source, store } = this.#services;
    const feed = await source.read(this.#cluster, signal);
    const known = await store.read(this.#cluster);
    const ids = [...known, ...feed.deployments].flatMap(({ labels }) =>
      labels[kubernetesAnnotations.id]
        ? [labels[kubernetesAnnotations.id]]
        : [],
    );
    const catalog = await readCatalogState(this.#services, this.#identity, [
      ...new Set(ids),
    ]);
    const { component, gracePeriodMs } = this.#options;
    await this.#apply(
      reconcile({
        ...{ known, feed, catalog, gracePeriodMs, now: this.#now() },
        maxStepMs: this.#maxStepMs,
        wantedOf: running =>
          wantedEntities(feed.cluster, running, catalog.cluster, component),
      }),
      connection,
      signal,
    );
  }

  /**
   * What is kept is always as much as the catalog may have: an entity is kept before the catalog gets it, and forgotten after the
   * catalog has removed it. That the catalog got it is kept last. Whatever is not done when the process ends is done at the
   * next look.
   */
  async #apply(
    { added, removed, changed }: Reconciliation,
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ) {
    const { logger, store } = this.#services;
    const cluster = this.#cluster;
    const locationKey = this.getProviderName();
    const isAdded = new Set(added.map(stringifyEntityRef));
    const isGiven = ({ entityRef }: KnownEntity) => isAdded.has(entityRef);
    signal.throwIfAborted();
    await store.write(
      cluster,
      changed.map(each =>
        isGiven(each) ? { ...each, fingerprint: '' } : each,
      ),
    );
    for (const entities of chunksOf(added, MUTATION_SIZE)) {
      signal.throwIfAborted();
      await connection.applyMutation({
        type: 'delta',
        added: entities.map((entity: Entity) => ({ entity, locationKey })),
        removed: [],
      });
    }
    for (const entityRefs of chunksOf(removed, MUTATION_SIZE)) {
      signal.throwIfAborted();
      await connection.applyMutation({
        type: 'delta',
        added: [],
        removed: entityRefs.map(entityRef => ({ entityRef, locationKey })),
      });
    }
    await store.write(cluster, changed.filter(isGiven));
    await store.remove(cluster, removed);
    if (added.length + removed.length > 0) {
      logger.info(
        `Of what runs in cluster ${cluster}, ${added.length} entities were added to the catalog or changed in it, and ${removed.length} removed`,
      );
    }
  }
}
