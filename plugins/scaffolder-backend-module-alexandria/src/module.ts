import {
  createInstanceRepositories,
  createRepositoryAvailability,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGenerateInstanceAction } from './actions/generateInstance';
import { createGiteaPullRequestAction } from './actions/giteaPullRequest';
import { createPlanInstanceAction } from './actions/planInstance';
import { createRenderManifestsAction } from './actions/renderManifests';
import { createRetireInstanceAction } from './actions/retireInstance';
import { createUpdateInstanceAction } from './actions/updateInstance';
import { createValidateValuesAction } from './actions/validateValues';
import { createNameCheck } from './createNameCheck';
import { registerActions } from './registry/registerActions';
import { registerChangeActions } from './registry/registerChangeActions';

/**
 * Adds the actions that make, change and retire instances, and those on manifests and values, to the scaffolder; and to the
 * actions registry what needs no workspace.
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
        permissions: coreServices.permissions,
        urlReader: coreServices.urlReader,
      },
      async init({ actions, actionsRegistry, catalog, config, ...services }) {
        const { logger, permissions, urlReader } = services;
        const integrations = ScmIntegrations.fromConfig(config);
        const repositories = createInstanceRepositories({
          ...{ catalog, integrations, permissions, urlReader },
        });
        const nameCheck = createNameCheck({
          catalog,
          repositories: createRepositoryAvailability({ config, logger }),
        });
        actions.addActions(
          createGenerateInstanceAction({ integrations, nameCheck }),
          createPlanInstanceAction({ repositories }),
          createUpdateInstanceAction({ repositories, integrations }),
          createRetireInstanceAction({ repositories, integrations }),
          createGiteaPullRequestAction({ integrations }),
          createRenderManifestsAction(),
          createValidateValuesAction(),
        );
        registerActions(actionsRegistry);
        registerChangeActions(actionsRegistry, repositories);
      },
    });
  },
});
