import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { readClusterNames } from './options/readClusterNames';
import { readDiscoveryOptions } from './options/readDiscoveryOptions';
import { annotationRules } from './processor/annotationRules';
import { InstanceAnnotationsProcessor } from './processor/InstanceAnnotationsProcessor';
import { ClusterEntityProvider } from './provider/ClusterEntityProvider';
import { ClusterSource } from './provider/ClusterSource';
import { maxStepOf, schedulesOf } from './provider/schedulesOf';
import { DiscoveredStore } from './store/DiscoveredStore';

/**
 * Brings instances of Alexandria that run and are not registered into the catalog, as `catalog.providers.alexandria` says, and
 * checks the annotations of those that are.
 *
 * @public
 */
export const catalogModuleAlexandria = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'alexandria',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, database, processing, scheduler, ...services }) {
        const { auth, catalog, discovery, logger } = services;
        const { names, isWhole, urls } = readClusterNames(config);
        processing.addProcessor(
          new InstanceAnnotationsProcessor(
            annotationRules(isWhole && names.length > 0 ? names : undefined),
          ),
        );

        const options = readDiscoveryOptions(config);
        if (!options) {
          logger.info(
            'Instances that run and are not registered are not looked for: there is no catalog.providers.alexandria in the configuration',
          );
          return;
        }
        const store = await DiscoveredStore.create(database);
        const source = new ClusterSource({ auth, discovery });
        schedulesOf(options).forEach((schedule, cluster) =>
          processing.addEntityProvider(
            new ClusterEntityProvider({
              cluster: { name: cluster, url: urls.get(cluster) },
              discovery: options,
              services: { auth, catalog, logger, source, store },
              maxStepMs: maxStepOf(schedule),
              taskRunner: scheduler.createScheduledTaskRunner(schedule),
            }),
          ),
        );
      },
    });
  },
});
