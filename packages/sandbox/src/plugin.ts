import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { readGitHostConfig } from './readGitHostConfig';
import { startGitHost } from './startGitHost';

/**
 * Starts the git host with the backend when `sandbox.git` is configured, and
 * stops it with the backend. The backend does not start when NODE_ENV is
 * production and the host is configured.
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
        const options = readGitHostConfig(config);
        if (!options) {
          logger.info('sandbox.git is not configured; no git host is started');
          return;
        }
        const host = await startGitHost({ ...options, logger });
        lifecycle.addShutdownHook(() => host.close());
        logger.info(
          `Sandbox git host on ${host.baseUrl}, repositories in ${
            host.directory
          }${options.directory ? '' : ' (removed on shutdown)'}`,
        );
      },
    });
  },
});
