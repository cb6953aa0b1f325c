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
import { readSecretTiers } from './secrets/readSecretTiers';
import { ClusterModel } from './status/ClusterModel';
import { StatusService } from './status/StatusService';
import { createTransport } from './watch/createTransport';

/**
 * Watches the clusters of the portal's `kubernetes` configuration until the backend shuts down.
 *
 * @param options - `rules` are those that modules add
 */
export async function watchClusters(options: {
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  rules: readonly Rule[];
}): Promise<StatusService> {
  const { config, lifecycle, logger, rules } = options;
  const { KubeConfig } = await import('@kubernetes/client-node');
  const strategies = serverSideStrategies({ config, logger });

  const shutdown = new AbortController();
  lifecycle.addShutdownHook(() => shutdown.abort());

  const models: ClusterModel[] = [];
  const unusable: ClusterStatus[] = [];
  const secretTiers = readSecretTiers(config);
  const clusters = locateClusters(config, strategies);
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
      const { details, strategy } = cluster;
      const transport = createTransport(() =>
        connectCluster(KubeConfig, details, strategy),
      );
      const secretTier = secretTiers.get(name);
      models.push(
        new ClusterModel({ name, title, transport, rules, secretTier }),
      );
    }
  }
  // Every request of every watch listens to it.
  setMaxListeners(0, shutdown.signal);
  for (const model of models) {
    model.run(shutdown.signal);
  }
  return new StatusService(models, unusable);
}
