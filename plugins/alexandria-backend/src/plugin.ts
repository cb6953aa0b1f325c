import { createRepositoryAvailability } from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createRouter } from './router';

/**
 * Backend of the Alexandria plugin.
 *
 * @public
 */
export const alexandriaPlugin = createBackendPlugin({
  pluginId: 'alexandria',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({ config, httpAuth, httpRouter, logger }) {
        httpRouter.use(
          createRouter({
            httpAuth,
            repositoryAvailability: createRepositoryAvailability({
              config,
              logger,
            }),
          }),
        );
      },
    });
  },
});
