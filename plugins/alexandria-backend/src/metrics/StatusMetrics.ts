import {
  clusterConditionSchema,
  type ClusterCondition,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { ClusterMetrics } from './ClusterMetrics';

/** What there is to measure of a cluster at one moment. */
export interface ClusterVitals {
  name: string;
  condition: ClusterCondition;
  /** Number of objects that are kept, by kind. */
  objects: ReadonlyMap<string, number>;
  /** Seconds since the kind that was heard of longest ago was; undefined for a cluster that cannot be asked. */
  syncAge: number | undefined;
}

/** Of OpenTelemetry's advice for the duration of HTTP requests, what a question that is answered from memory may take; seconds. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * The metrics of the plugin. Their attributes are names of clusters, of kinds and of operations, and words of a fixed list:
 * as many as the configuration has clusters and the plugin has words, however many instances there are.
 */
export class StatusMetrics {
  readonly #service: MetricsService;
  readonly #lists: MetricsServiceCounter;
  readonly #watches: MetricsServiceCounter;
  readonly #failures: MetricsServiceCounter;
  readonly #verdicts: MetricsServiceCounter;
  readonly #secretReads: MetricsServiceCounter;
  readonly #requests: MetricsServiceHistogram;

  constructor(service: MetricsService) {
    this.#service = service;
    this.#lists = service.createCounter('alexandria.lists', {
      unit: '{list}',
      description: 'Times that all objects of a kind were read',
    });
    this.#watches = service.createCounter('alexandria.watches', {
      unit: '{watch}',
      description: 'Watches that were taken up',
    });
    this.#failures = service.createCounter('alexandria.watch.failures', {
      unit: '{failure}',
      description: 'Lists and watches that failed',
    });
    this.#verdicts = service.createCounter('alexandria.verdicts', {
      unit: '{verdict}',
      description: 'Verdicts that were computed',
    });
    this.#secretReads = service.createCounter('alexandria.secret.reads', {
      unit: '{read}',
      description: 'Secrets that were asked for',
    });
    this.#requests = service.createHistogram('alexandria.request.duration', {
      unit: 's',
      description: 'How long it took to answer requests',
      advice: { explicitBucketBoundaries: DURATION_BUCKETS },
    });
  }

  /** Counts for one cluster. */
  of(cluster: string): ClusterMetrics {
    return {
      listed: () => this.#lists.add(1, { cluster }),
      watched: () => this.#watches.add(1, { cluster }),
      failed: reason => this.#failures.add(1, { cluster, reason }),
      evaluated: verdicts =>
        verdicts.forEach(({ health }) => this.#verdicts.add(1, { health })),
      secretRead: (tier, outcome) =>
        this.#secretReads.add(1, { tier: String(tier), outcome }),
    };
  }

  /**
   * Counts a request.
   *
   * @param operation - its operationId; a request of none is not counted
   */
  answered(operation: string | undefined, status: number, seconds: number) {
    if (operation) {
      this.#requests.record(seconds, { operation, status });
    }
  }

  /** @param read - is called whenever the metrics are collected */
  observe(read: () => readonly ClusterVitals[]) {
    const service = this.#service;
    service
      .createObservableGauge('alexandria.clusters', {
        unit: '{cluster}',
        description: 'Clusters, by how well they are known',
      })
      .addCallback(result => {
        const clusters = read();
        for (const condition of clusterConditionSchema.options) {
          const those = clusters.filter(each => each.condition === condition);
          result.observe(those.length, { condition });
        }
      });
    service
      .createObservableGauge('alexandria.objects', {
        unit: '{object}',
        description: 'Objects that are kept',
      })
      .addCallback(result => {
        const kept = new Map<string, number>();
        for (const { objects } of read()) {
          objects.forEach((count, kind) =>
            kept.set(kind, (kept.get(kind) ?? 0) + count),
          );
        }
        kept.forEach((count, kind) => result.observe(count, { kind }));
      });
    service
      .createObservableGauge('alexandria.cluster.sync.age', {
        unit: 's',
        description:
          'Time since the kind that was heard of longest ago was known to be as it is kept',
      })
      .addCallback(result => {
        for (const { name, syncAge } of read()) {
          if (syncAge !== undefined) {
            result.observe(syncAge, { cluster: name });
          }
        }
      });
  }
}
