/**
 * Alexandria in Backstage, for portals on the old frontend system.
 *
 * @packageDocumentation
 */
import { AlexandriaClient } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import type { ComponentType } from 'react';
import { alexandriaApiRef } from './api/alexandriaApiRef';
import { createInstanceRouteRef, fleetRouteRef } from './fleet/legacy/routes';
import type { Draft } from './form/answerAt';
import { fieldExtension } from './form/fieldExtension';
import type { InstanceFormOptions } from './form/InstanceForm';
import { fieldExtension as repositoryField } from './repository/fieldExtension';
import type { RepositoryFieldOptions } from './repository/RepositoryField';
import { isInstance } from './status/instanceFilter';
import { instancePageRouteRef, instanceRouteRef } from './status/legacy/routes';

export { alexandriaApiRef, isInstance as isAlexandriaInstance };
export type { Draft, InstanceFormOptions, RepositoryFieldOptions };

/**
 * Brings the client of the Alexandria backend, and the routes of the pages of an instance and of the fleet.
 *
 * @public
 */
export const alexandriaPlugin = createPlugin({
  id: 'alexandria',
  apis: [
    createApiFactory({
      api: alexandriaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AlexandriaClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { instance: instanceRouteRef, fleet: fleetRouteRef },
  externalRoutes: {
    instancePage: instancePageRouteRef,
    createInstance: createInstanceRouteRef,
  },
});

/**
 * The health of an instance, for the overview of its entity.
 *
 * @public
 */
export const EntityAlexandriaCard: ComponentType = alexandriaPlugin.provide(
  createComponentExtension({
    name: 'EntityAlexandriaCard',
    component: {
      lazy: () =>
        import('./status/legacy/LegacyHealthCard').then(
          ({ LegacyHealthCard }) => LegacyHealthCard,
        ),
    },
  }),
);

/**
 * All that is known of an instance, for a tab of its entity.
 *
 * @public
 */
export const EntityAlexandriaContent: ComponentType = alexandriaPlugin.provide(
  createRoutableExtension({
    name: 'EntityAlexandriaContent',
    component: () =>
      import('./status/instance/InstancePage').then(
        ({ InstancePage }) => InstancePage,
      ),
    mountPoint: instanceRouteRef,
  }),
);

/**
 * `ui:field: AlexandriaInstance`, to place inside `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const AlexandriaInstanceFieldExtension = alexandriaPlugin.provide(
  createScaffolderFieldExtension<Draft, InstanceFormOptions>({
    ...fieldExtension,
    schema: fieldExtension.schema.schema,
  }),
);

/**
 * `ui:field: AlexandriaRepository`, to place inside `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const AlexandriaRepositoryFieldExtension = alexandriaPlugin.provide(
  createScaffolderFieldExtension<string, RepositoryFieldOptions>({
    ...repositoryField,
    schema: repositoryField.schema.schema,
  }),
);
