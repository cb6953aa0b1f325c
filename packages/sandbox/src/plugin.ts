import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ClusterClient } from './deploy/ClusterClient';
import { Deployer } from './deploy/Deployer';
import { startSampleClusters } from './kubernetes/startSampleClusters';
import { readClustersConfig } from './readClustersConfig';
import { readGitHostConfig } from './readGitHostConfig';
import { startGitHost } from './startGitHost';

/** Where an environment goes that names no sample cluster: to the one that is like development. */
const FALLBACK_CLUSTER = 'south';

/**
 * Starts the git host with the backend when `sandbox.git` is configured and
 * the sample clusters when `sandbox.clusters` is, and stops them with the
 * backend. With both, what is pushed to the one is deployed to the others. The
 * backend does not start when NODE_ENV is production and one of
 * them is configured.
 */
export const sandboxPlugin = createBackendPlugin({
  pluginId: 'sandbox',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, lifecycle, logger }) {
        const sampleClusters = readClustersConfig(config);
        const gitHost = readGitHostConfig(config);
        let deployer: Deployer | undefined;
        if (sampleClusters) {
          const clusters = await startSampleClusters({
            ...sampleClusters,
            logger,
          });
          lifecycle.addShutdownHook(() => clusters.close());
          const names = [...clusters.clusters.keys()];
          deployer = new Deployer({
            clusters: new Map(
              names.map(name => [
                name,
                new ClusterClient(clusters.apiOf(name)),
              ]),
            ),
            fallback: FALLBACK_CLUSTER,
            logger,
          });
          logger.info(
            `Sample clusters ${names.join(' and ')} on port ${
              clusters.port
            }: kubectl --kubeconfig ${
              clusters.kubeconfig
            } get deployments --all-namespaces`,
          );
        } else {
          logger.info(
            'sandbox.clusters is not configured; no sample cluster is started',
          );
        }

        if (gitHost) {
          const host = await startGitHost({
            ...gitHost,
            ...(deployer && {
              onPush: repository => {
                deployer.deploy(repository);
              },
            }),
            logger,
          });
          lifecycle.addShutdownHook(() => host.close());
          logger.info(
            `Sandbox git host on ${host.baseUrl}, repositories in ${
              host.directory
            }${gitHost.directory ? '' : ' (removed on shutdown)'}`,
          );
        } else {
          logger.info('sandbox.git is not configured; no git host is started');
        }
      },
    });
  },
});
