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
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { systemClock, type Clock } from '../watch/Clock';
import { expectationsOf } from './expectationsOf';
import {
  KnownInstances,
  type ClusterExpectation,
  type KnownInstance,
} from './KnownInstances';

/** What is compared is found by the id that the template gives to all objects of an instance. */
const { id: ID } = kubernetesAnnotations;

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
  readonly #instances: KnownInstances;
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
    this.#instances = new KnownInstances({
      clock: this.#clock,
      staleMs: STALE_INTERVALS * Math.max(this.#intervalMs, HASTE_MS),
    });
  }

  /** Says which clusters there are: a repository may know one by a name that the portal does not. */
  know(clusters: Iterable<string>) {
    this.#instances.know(clusters);
  }

  /** Reads what is due: the list of instances, and then their repositories. Never rejects. */
  async readDue(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    if (this.#entitiesDue <= now) {
      await this.#readEntities();
    }
    const due = this.#instances
      .all()
      .filter(instance => instance.due <= now)
      .sort((a, b) => a.due - b.due);
    const work = async () => {
      for (
        let instance = due.shift();
        instance && !signal.aborted;
        instance = due.shift()
      ) {
        await this.#read(instance, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** A Deployment of a namespace changed: it may have been deployed from a repository that changed before. */
  hasten(namespace: string) {
    for (const instance of this.#instances.askers(namespace)) {
      instance.due = Math.min(instance.due, (instance.triedAt ?? 0) + HASTE_MS);
    }
  }

  /** What a namespace of a cluster is expected to have. What several entities claim is nobody's. */
  expected(cluster: string, namespace: string): ClusterExpectation[] {
    return this.#instances.expected(cluster, namespace);
  }

  /** What an entity is surely to have in a cluster. */
  required(entityRef: string, cluster: string): Expectation[] {
    return this.#instances.required(entityRef, cluster);
  }

  /** @returns undefined for an entity that is no instance */
  state(entityRef: string): RepositoryState | undefined {
    const instance = this.#instances.get(entityRef);
    if (!instance) {
      return undefined;
    }
    const { readAt, read, failure, url, etag: revision } = instance;
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
      this.#instances.follow(items.slice(0, MAX_ENTITIES), entity =>
        repositoryUrl(entity, this.#integrations),
      );
      this.#entitiesDue = this.#later(LISTED_MS);
    } catch (error) {
      // Those that are known are read on, and the catalog is asked again at the next turn.
      this.#logger.warn(`The catalog did not list the instances: ${error}`);
    }
  }

  async #read(instance: KnownInstance, signal: AbortSignal): Promise<void> {
    const { entityRef, url, etag } = instance;
    if (url === undefined) {
      instance.due = Infinity;
      return;
    }
    instance.triedAt = this.#clock.now();
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
      this.#instances.asks(instance, expectationsOf(files));
      instance.etag = read;
      this.#succeeded(instance);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Error && error.name === 'NotModifiedError') {
        this.#succeeded(instance);
      } else {
        const failure = describeFailure(error);
        if (instance.failure !== failure) {
          this.#logger.warn(
            `The values of ${entityRef} were not read: ${error}`,
          );
        }
        instance.failure = failure;
      }
    }
    instance.due = this.#later();
  }

  #succeeded(instance: KnownInstance) {
    instance.readAt = this.#clock.now();
    instance.failure = undefined;
  }
}
