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
import { decisionsExtension } from './change/decisions/decisionsExtension';
import type { InstancePickerOptions } from './change/InstancePicker';
import { instancePickerExtension } from './change/instancePickerExtension';
import { retirementExtension } from './change/retire/retirementExtension';
import { fleetRouteRef } from './fleet/legacy/routes';
import type { Draft } from './form/answerAt';
import { fieldExtension } from './form/fieldExtension';
import type { InstanceFormOptions } from './form/InstanceSection';
import { fieldExtension as repositoryField } from './repository/fieldExtension';
import type { RepositoryFieldOptions } from './repository/RepositoryField';
import { isInstance } from './status/instanceFilter';
import {
  instancePageRouteRef,
  instanceRouteRef,
  legacyTemplateRouteRef,
} from './status/legacy/routes';

export { alexandriaApiRef, isInstance as isAlexandriaInstance };
export type {
  Draft,
  InstanceFormOptions,
  InstancePickerOptions,
  RepositoryFieldOptions,
};

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
    template: legacyTemplateRouteRef,
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
      import('./status/legacy/LegacyInstancePage').then(
        ({ LegacyInstancePage }) => LegacyInstancePage,
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

/**
 * `ui:field: AlexandriaInstancePicker`, to place inside `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const AlexandriaInstancePickerFieldExtension = alexandriaPlugin.provide(
  createScaffolderFieldExtension<string, InstancePickerOptions>({
    ...instancePickerExtension,
    schema: instancePickerExtension.schema.schema,
  }),
);

/**
 * `ui:field: AlexandriaDecisions`, to place inside `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const AlexandriaDecisionsFieldExtension = alexandriaPlugin.provide(
  createScaffolderFieldExtension({
    ...decisionsExtension,
    schema: decisionsExtension.schema.schema,
  }),
);

/**
 * `ui:field: AlexandriaRetirement`, to place inside `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const AlexandriaRetirementFieldExtension = alexandriaPlugin.provide(
  createScaffolderFieldExtension({
    ...retirementExtension,
    schema: retirementExtension.schema.schema,
  }),
);
