import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { alexandriaApi } from './api/alexandriaApi';
import { alexandriaFleetPage } from './fleet/alexandriaFleetPage';
import { createInstanceRouteRef, fleetRouteRef } from './fleet/fleetRoutes';
import { alexandriaInstanceField } from './form/alexandriaInstanceField';
import { alexandriaRepositoryField } from './repository/alexandriaRepositoryField';
import { alexandriaHealthCard } from './status/alexandriaHealthCard';
import { alexandriaInstanceContent } from './status/alexandriaInstanceContent';
import { instanceRouteRef } from './status/instanceRouteRef';

/**
 * Alexandria in the portal.
 *
 * @public
 */
export const alexandriaPlugin = createFrontendPlugin({
  pluginId: 'alexandria',
  title: 'Alexandria',
  info: { packageJson: () => import('../package.json') },
  extensions: [
    alexandriaApi,
    alexandriaInstanceField,
    alexandriaRepositoryField,
    alexandriaHealthCard,
    alexandriaInstanceContent,
    alexandriaFleetPage,
  ],
  routes: { instance: instanceRouteRef, fleet: fleetRouteRef },
  externalRoutes: { createInstance: createInstanceRouteRef },
});
