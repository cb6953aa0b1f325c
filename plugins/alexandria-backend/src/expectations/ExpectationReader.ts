import { isReadOfRepository } from '@alexandriaproject/alexandria-manifests';
import {
  INSTANCE_TAG,
  kubernetesAnnotations,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { RepositoryDifference } from '@alexandriaproject/alexandria-manifests';
import {
  readRepositoryFiles,
  RepositoryTooLarge,
  repositoryUrl,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { Expectation } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { systemClock, type Clock } from '../watch/Clock';
import { expectationsOf, type RepositoryExpectations } from './expectationsOf';

/** What is compared is found by the id that the template gives to all objects of an instance. */
const { id: ID, cluster: CLUSTER } = kubernetesAnnotations;

/** More instances than this are not compared; it is logged. */
const MAX_ENTITIES = 2_000;

/** How often at least it is looked which instances there are, in milliseconds: the catalog is the portal's own, and no host is asked. */
const LISTED_MS = 60_000;

/** Repositories read at one time, so that no git host is hurried. */
const AT_ONCE = 4;

/** How long one may take, in milliseconds. */
const READ_MS = 30_000;

/** How soon one is read again when a Deployment changed, in milliseconds: it may have been deployed from it just now. */
const HASTE_MS = 30_000;

/** After how many intervals without an answer nothing is compared with what was read. */
const STALE_INTERVALS = 3;

/** What is known of the values of an instance. */
export interface RepositoryState {
  /** When they were last known to be so, in milliseconds since the epoch. */
  readAt?: number;
  /** Why something cannot be compared, in sentences; none when all can be. */
  problems: string[];
  /** What the host names the state that was read by; most name the commit. */
  revision?: string;
  /** Files that are not what the answers give. */
  files: readonly RepositoryDifference[];
}

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

interface Entry {
  entity: Entity;
  url: string | undefined;
  due: number;
  etag?: string;
  triedAt?: number;
  readAt?: number;
  read?: RepositoryExpectations;
  failure?: string;
}

function describeFailure(error: unknown): string {
  if (error instanceof RepositoryTooLarge) {
    return `the repository ${error.message}`;
  }
  return error instanceof Error && error.name === 'NotFoundError'
    ? 'the repository is not there, or the portal may not read it'
    : 'the repository could not be read; the log of the portal says why';
}

/**
 * Reads what instances ask for from the repositories of their entities, again and again and in the background. What is
 * said of an instance is read from here and waits for nothing.
 */
export class ExpectationReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #urlReader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #logger: LoggerService;
  readonly #intervalMs: number;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: () => number;
  readonly #entries = new Map<string, Entry>();
  #clusters: ReadonlySet<string> = new Set();
  #byNamespace: Map<string, [string, Entry][]> | undefined;
  #entitiesDue = 0;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
    intervalMs: number;
    clock?: Pick<Clock, 'now'>;
    random?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#urlReader = options.urlReader;
    this.#integrations = options.integrations;
    this.#logger = options.logger;
    this.#intervalMs = options.intervalMs;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
  }

  /** Says which clusters there are: a repository may know one by a name that the portal does not. */
  know(clusters: Iterable<string>) {
    this.#clusters = new Set(clusters);
  }

  /** Reads what is due: the list of instances, and then their repositories. Never rejects. */
  async readDue(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    if (this.#entitiesDue <= now) {
      await this.#readEntities();
    }
    const due = [...this.#entries.values()]
      .filter(entry => entry.due <= now)
      .sort((a, b) => a.due - b.due);
    const work = async () => {
      for (
        let entry = due.shift();
        entry && !signal.aborted;
        entry = due.shift()
      ) {
        await this.#read(entry, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** A Deployment of a namespace changed: it may have been deployed from a repository that changed before. */
  hasten(namespace: string) {
    for (const [, entry] of this.#askers(namespace)) {
      entry.due = Math.min(entry.due, (entry.triedAt ?? 0) + HASTE_MS);
    }
  }

  /** What a namespace of a cluster is expected to have. What several entities claim is nobody's. */
  expected(cluster: string, namespace: string): ClusterExpectation[] {
    const asked = this.#askers(namespace)
      .flatMap(([entityRef, entry]) => this.#asked(entityRef, entry, cluster))
      .filter(({ expectation }) => expectation.namespace === namespace);
    return asked.filter(
      ({ expectation: { name } }) =>
        asked.filter(other => other.expectation.name === name).length === 1,
    );
  }

  /** What an entity is surely to have in a cluster. */
  required(entityRef: string, cluster: string): Expectation[] {
    const entry = this.#entries.get(entityRef);
    return (entry ? this.#asked(entityRef, entry, cluster) : [])
      .filter(({ isRequired }) => isRequired)
      .map(({ expectation }) => expectation);
  }

  /** @returns undefined for an entity that is no instance */
  state(entityRef: string): RepositoryState | undefined {
    const entry = this.#entries.get(entityRef);
    if (!entry) {
      return undefined;
    }
    const { readAt, read, failure, url, etag: revision } = entry;
    if (url === undefined) {
      return {
        problems: ['the entity says of no repository that it is its own'],
        files: [],
      };
    }
    const unread = read ? [] : ['the repository has not been read yet'];
    return {
      readAt,
      ...(revision === undefined ? {} : { revision }),
      files: read?.files ?? [],
      problems:
        failure === undefined
          ? [...unread, ...(read?.problems ?? [])]
          : [failure, ...(read?.problems ?? [])],
    };
  }

  /** What the repository of an entity asks a cluster for. */
  #asked(
    entityRef: string,
    { entity, read, readAt }: Entry,
    cluster: string,
  ): ClusterExpectation[] {
    const isStale =
      readAt === undefined ||
      this.#clock.now() - readAt >
        STALE_INTERVALS * Math.max(this.#intervalMs, HASTE_MS);
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

  /** The entities that ask for something in a namespace. */
  #askers(namespace: string): readonly [string, Entry][] {
    if (this.#byNamespace === undefined) {
      this.#byNamespace = new Map();
      for (const asker of this.#entries) {
        const namespaces = new Set(
          asker[1].read?.expectations.map(
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

  /** About an interval from now, or sooner. */
  #later(atMost = Infinity): number {
    const interval = Math.min(this.#intervalMs, atMost);
    return this.#clock.now() + interval * (0.9 + this.#random() / 5);
  }

  async #readEntities(): Promise<void> {
    try {
      const { items } = await this.#catalog.getEntities(
        {
          filter: {
            'metadata.tags': INSTANCE_TAG,
            [`metadata.annotations.${ID}`]: CATALOG_FILTER_EXISTS,
          },
          fields: ['kind', 'metadata'],
          limit: MAX_ENTITIES + 1,
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      if (items.length > MAX_ENTITIES) {
        this.#logger.warn(
          `There are more than ${MAX_ENTITIES} instances in the catalog; only so many are compared with their repositories`,
        );
      }
      this.#follow(items.slice(0, MAX_ENTITIES));
      this.#entitiesDue = this.#later(LISTED_MS);
    } catch (error) {
      // Those that are known are read on, and the catalog is asked again at the next turn.
      this.#logger.warn(`The catalog did not list the instances: ${error}`);
    }
  }

  #follow(entities: readonly Entity[]) {
    const before = new Map(this.#entries);
    this.#entries.clear();
    for (const entity of entities) {
      const entityRef = stringifyEntityRef(entity);
      const url = repositoryUrl(entity, this.#integrations);
      const known = before.get(entityRef);
      this.#entries.set(
        entityRef,
        known && known.url === url
          ? { ...known, entity }
          : { entity, url, due: 0 },
      );
    }
    this.#byNamespace = undefined;
  }

  async #read(entry: Entry, signal: AbortSignal): Promise<void> {
    const { entity, url, etag } = entry;
    if (url === undefined) {
      entry.due = Infinity;
      return;
    }
    const entityRef = stringifyEntityRef(entity);
    entry.triedAt = this.#clock.now();
    try {
      const { files, etag: read } = await readRepositoryFiles(
        this.#urlReader,
        url,
        {
          isWanted: isReadOfRepository,
          etag,
          signal: AbortSignal.any([signal, AbortSignal.timeout(READ_MS)]),
        },
      );
      entry.read = expectationsOf(files);
      this.#byNamespace = undefined;
      entry.etag = read;
      this.#succeeded(entry);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Error && error.name === 'NotModifiedError') {
        this.#succeeded(entry);
      } else {
        const failure = describeFailure(error);
        if (entry.failure !== failure) {
          this.#logger.warn(
            `The values of ${entityRef} were not read: ${error}`,
          );
        }
        entry.failure = failure;
      }
    }
    entry.due = this.#later();
  }

  #succeeded(entry: Entry) {
    entry.readAt = this.#clock.now();
    entry.failure = undefined;
  }
}
