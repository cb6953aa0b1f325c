import { alexandriaPermissions } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  alexandriaRulesExtensionPoint,
  createInstanceRepositories,
  createRepositoryAvailability,
  RuleRegistry,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import { findingDefinitions } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions/registerActions';
import { scheduleExpectations } from './expectations/scheduleExpectations';
import { createHints } from './hints/createHints';
import type { Hints } from './hints/Hints';
import { StatusMetrics } from './metrics/StatusMetrics';
import { scheduleNotifications } from './notifications/scheduleNotifications';
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
        auditor: coreServices.auditor,
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({ catalog, config, httpAuth, httpRouter, ...services }) {
        const { lifecycle, logger, permissions, permissionsRegistry } =
          services;
        const { auditor, auth, database, scheduler } = services;
        const { notifications, signals, urlReader } = services;
        const metrics = new StatusMetrics(services.metrics);
        permissionsRegistry.addPermissions(alexandriaPermissions);
        // Hints are told of changes, and tell what has become of the status: each needs the other.
        const listener: { hints?: Hints } = {};
        const status = await watchClusters({
          config,
          lifecycle,
          logger,
          metrics,
          rules: added.rules,
          expectations: await scheduleExpectations({
            ...{ auth, catalog, config, logger, scheduler, urlReader },
          }),
          onChange: (cluster, namespaces) =>
            listener.hints?.change(cluster, namespaces),
        });
        const hints = await createHints({ database, logger, signals, status });
        listener.hints = hints;
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        hints.run(shutdown.signal);
        await scheduleNotifications({
          ...{ auth, catalog, config, database, logger, notifications },
          ...{ scheduler, status },
        });
        registerActions(services.actionsRegistry, {
          ...{ catalog, permissions, status },
          findings: [
            ...findingDefinitions(),
            ...added.rules.map(({ finding }) => finding),
          ],
        });
        httpRouter.use(
          await createRouter({
            auditor,
            catalog,
            httpAuth,
            metrics,
            permissions,
            status,
            hints,
            repositories: createInstanceRepositories({
              ...{ catalog, permissions, urlReader },
              integrations: ScmIntegrations.fromConfig(config),
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
