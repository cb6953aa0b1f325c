import { createRepositoryAvailability } from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGenerateInstanceAction } from './actions/generateInstance';
import { createRenderManifestsAction } from './actions/renderManifests';
import { createValidateValuesAction } from './actions/validateValues';
import { createNameCheck } from './createNameCheck';
import { registerActions } from './registry/registerActions';

/**
 * Adds `alexandria:instance:generate`, `alexandria:manifests:render` and `alexandria:values:validate` to the scaffolder,
 * and the same three to the actions registry.
 *
 * @public
 */
export const scaffolderModuleAlexandria = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'alexandria',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        actionsRegistry: actionsRegistryServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ actions, actionsRegistry, catalog, config, logger }) {
        const nameCheck = createNameCheck({
          catalog,
          repositories: createRepositoryAvailability({ config, logger }),
        });
        actions.addActions(
          createGenerateInstanceAction({
            integrations: ScmIntegrations.fromConfig(config),
            nameCheck,
          }),
          createRenderManifestsAction(),
          createValidateValuesAction(),
        );
        registerActions(actionsRegistry);
      },
    });
  },
});
