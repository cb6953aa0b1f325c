/**
 * Alexandria in Backstage, for portals on the old frontend system.
 *
 * @packageDocumentation
 */
import { AlexandriaClient } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { alexandriaApiRef } from './api/alexandriaApiRef';
import type { Draft } from './form/answerAt';
import { fieldExtension } from './form/fieldExtension';
import type { InstanceFormOptions } from './form/InstanceForm';
import { fieldExtension as repositoryField } from './repository/fieldExtension';
import type { RepositoryFieldOptions } from './repository/RepositoryField';

export { alexandriaApiRef };
export type { Draft, InstanceFormOptions, RepositoryFieldOptions };

/**
 * Brings the client of the Alexandria backend.
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
});

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
