import { alexandriaPermissions } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  alexandriaRulesExtensionPoint,
  createRepositoryAvailability,
  RuleRegistry,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createRouter } from './router';
import { watchClusters } from './watchClusters';

/**
 * Backend of the Alexandria plugin.
 *
 * @public
 */
export const alexandriaPlugin = createBackendPlugin({
  pluginId: 'alexandria',
  register(env) {
    const added = new RuleRegistry();
    env.registerExtensionPoint(alexandriaRulesExtensionPoint, added);
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ catalog, config, httpAuth, httpRouter, ...services }) {
        const { lifecycle, logger, permissions, permissionsRegistry } =
          services;
        permissionsRegistry.addPermissions(alexandriaPermissions);
        httpRouter.use(
          createRouter({
            catalog,
            httpAuth,
            permissions,
            status: await watchClusters({
              config,
              lifecycle,
              logger,
              rules: added.rules,
            }),
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
