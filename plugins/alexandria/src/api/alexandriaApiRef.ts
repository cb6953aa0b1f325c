import type { AlexandriaApi } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * The client of the Alexandria backend.
 *
 * @public
 */
export const alexandriaApiRef = createApiRef<AlexandriaApi>().with({
  id: 'plugin.alexandria.client',
  pluginId: 'alexandria',
});
