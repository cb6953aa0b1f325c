import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Expectation } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Clock } from '../watch/Clock';
import type { RepositoryExpectations } from './expectationsOf';

const { id: ID, cluster: CLUSTER } = kubernetesAnnotations;

/** What a cluster is expected to have. */
export interface ClusterExpectation {
  entityRef: string;
  /** The label `backstage.io/kubernetes-id` of what belongs to the entity. */
  id: string;
  expectation: Expectation;
  /** All objects that are rendered, packed. */
  rendered: string;
  /** Whether it is surely this cluster, so that what is not in it is missing. */
  isRequired: boolean;
}

/** An instance of the catalog, and what is known of its repository. */
export interface KnownInstance {
  readonly entityRef: string;
  readonly entity: Entity;
  /** Where the repository is; undefined when the entity names none as its own. */
  readonly url: string | undefined;
  /** When it is to be read, in milliseconds since the epoch, as the times below. */
  due: number;
  /** What the host names the state that was read by. */
  etag?: string;
  triedAt?: number;
  readAt?: number;
  read?: RepositoryExpectations;
  /** Why the last try did not succeed. */
  failure?: string;
}

/** The instances of the catalog, and which clusters and namespaces their repositories ask for something. */
export class KnownInstances {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #staleMs: number;
  readonly #instances = new Map<string, KnownInstance>();
  #clusters: ReadonlySet<string> = new Set();
  #byNamespace: Map<string, KnownInstance[]> | undefined;

  /** @param options - `staleMs` is for how long after it was read a repository asks for something */
  constructor(options: { clock: Pick<Clock, 'now'>; staleMs: number }) {
    this.#clock = options.clock;
    this.#staleMs = options.staleMs;
  }

  /** Says which clusters there are: a repository may know one by a name that the portal does not. */
  know(clusters: Iterable<string>) {
    this.#clusters = new Set(clusters);
  }

  /**
   * Says which instances there are. What was read of one is kept for as long as its repository is the same.
   *
   * @param urlOf where the repository of an entity is
   */
  follow(
    entities: readonly Entity[],
    urlOf: (entity: Entity) => string | undefined,
  ) {
    const before = new Map(this.#instances);
    this.#instances.clear();
    for (const entity of entities) {
      const entityRef = stringifyEntityRef(entity);
      const url = urlOf(entity);
      const known = before.get(entityRef);
      this.#instances.set(
        entityRef,
        known && known.url === url
          ? { ...known, entity }
          : { entityRef, entity, url, due: 0 },
      );
    }
    this.#byNamespace = undefined;
  }

  /** Says what the repository of an instance asks for. */
  asks(instance: KnownInstance, read: RepositoryExpectations) {
    instance.read = read;
    this.#byNamespace = undefined;
  }

  /** All of them. */
  all(): KnownInstance[] {
    return [...this.#instances.values()];
  }

  /** @returns undefined for an entity that is no instance */
  get(entityRef: string): KnownInstance | undefined {
    return this.#instances.get(entityRef);
  }

  /** Those that ask for something in a namespace. */
  askers(namespace: string): readonly KnownInstance[] {
    if (this.#byNamespace === undefined) {
      this.#byNamespace = new Map();
      for (const asker of this.#instances.values()) {
        const namespaces = new Set(
          asker.read?.expectations.map(
            ({ expectation }) => expectation.namespace,
          ),
        );
        for (const each of namespaces) {
          const askers = this.#byNamespace.get(each) ?? [];
          this.#byNamespace.set(each, [...askers, asker]);
        }
      }
    }
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** What a namespace of a cluster is expected to have. What several entities claim is nobody's. */
  expected(cluster: string, namespace: string): ClusterExpectation[] {
    const asked = this.askers(namespace)
      .flatMap(asker => this.#asked(asker, cluster))
      .filter(({ expectation }) => expectation.namespace === namespace);
    return asked.filter(
      ({ expectation: { name } }) =>
        asked.filter(other => other.expectation.name === name).length === 1,
    );
  }

  /** What an entity is surely to have in a cluster. */
  required(entityRef: string, cluster: string): Expectation[] {
    const instance = this.#instances.get(entityRef);
    return (instance ? this.#asked(instance, cluster) : [])
      .filter(({ isRequired }) => isRequired)
      .map(({ expectation }) => expectation);
  }

  /** What the repository of an instance asks a cluster for. */
  #asked(
    { entityRef, entity, read, readAt }: KnownInstance,
    cluster: string,
  ): ClusterExpectation[] {
    const isStale =
      readAt === undefined || this.#clock.now() - readAt > this.#staleMs;
    const { [ID]: id = '', [CLUSTER]: only } =
      entity.metadata.annotations ?? {};
    return (isStale ? [] : read?.expectations ?? []).flatMap(
      ({ cluster: name, expectation, rendered }) => {
        const named = this.#clusters.has(name) ? name : only;
        const isRequired = named === cluster;
        return named === undefined || isRequired
          ? [{ entityRef, id, expectation, rendered, isRequired }]
          : [];
      },
    );
  }
}
