import { setMaxListeners } from 'node:events';
import type { Rule } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { ClusterStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { serverSideStrategies } from './clusters/authStrategies';
import { connectCluster } from './clusters/connectCluster';
import { locateClusters } from './clusters/locateClusters';
import type { ExpectationReader } from './expectations/ExpectationReader';
import type { StatusMetrics } from './metrics/StatusMetrics';
import { readSecretTiers } from './secrets/readSecretTiers';
import { ClusterModel } from './status/ClusterModel';
import { goRounds } from './status/goRounds';
import { StatusService } from './status/StatusService';
import { createTransport } from './watch/createTransport';

/**
 * Watches the clusters of the portal's `kubernetes` configuration until the backend shuts down; that waits until every watch
 * has ended. It does not wait for a cluster: one that is away keeps no portal from starting.
 *
 * @param options - `rules` are those that modules add; `expectations` are what instances are compared with; `onChange` is
 * told in which namespaces of a cluster something changed, and of no namespaces when it may have anywhere in it
 */
export async function watchClusters(options: {
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: StatusMetrics;
  rules: readonly Rule[];
  expectations?: ExpectationReader;
  onChange?(cluster: string, namespaces?: ReadonlySet<string>): void;
}): Promise<StatusService> {
  const { config, expectations, lifecycle, logger, metrics, rules } = options;
  const { onChange } = options;
  const { KubeConfig } = await import('@kubernetes/client-node');
  const strategies = serverSideStrategies({ config, logger });

  const models: ClusterModel[] = [];
  const unusable: ClusterStatus[] = [];
  const secretTiers = readSecretTiers(config);
  const clusters = locateClusters(config, strategies);
  expectations?.know(clusters.map(({ name }) => name));
  for (const name of secretTiers.keys()) {
    if (!clusters.some(cluster => cluster.name === name)) {
      logger.warn(
        `alexandria.clusters has an entry for ${name}, which is the name of no cluster of kubernetes.clusterLocatorMethods`,
      );
    }
  }
  for (const cluster of clusters) {
    const { name, title } = cluster;
    if ('problem' in cluster) {
      const message = cluster.problem;
      logger.warn(`Cluster ${name} ${message}`);
      unusable.push({ name, title, condition: 'Misconfigured', message });
    } else {
      // Configuration may change while the portal runs, as when a token in a file is rotated.
      const newest = () => {
        const found = locateClusters(config, strategies).find(
          each => each.name === name,
        );
        return found && 'details' in found ? found : cluster;
      };
      const transport = createTransport(async () => {
        const { details, strategy } = newest();
        return connectCluster(KubeConfig, details, strategy);
      });
      const secretTier = secretTiers.get(name);
      models.push(
        new ClusterModel({
          ...{ name, title, transport, rules, secretTier, expectations },
          metrics: metrics.of(name),
          onChange: namespaces => onChange?.(name, namespaces),
        }),
      );
    }
  }
  metrics.observe(() => [
    ...models.map(model => model.vitals()),
    ...unusable.map(({ name, condition }) => ({
      ...{ name, condition, objects: new Map(), syncAge: undefined },
    })),
  ]);
  const shutdown = new AbortController();
  // Every request of every watch listens to it.
  setMaxListeners(0, shutdown.signal);
  const running = [
    ...models.map(model => model.run(shutdown.signal)),
    goRounds(
      models,
      error =>
        logger.error('Nothing can be said of a namespace', error as Error),
      shutdown.signal,
    ),
  ];
  lifecycle.addShutdownHook(async () => {
    shutdown.abort();
    await Promise.all(running);
  });
  return new StatusService(models, unusable, expectations);
}
