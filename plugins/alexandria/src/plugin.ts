import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { alexandriaApi } from './api/alexandriaApi';
import { alexandriaInstancePickerField } from './change/alexandriaInstancePickerField';
import { alexandriaRetirementField } from './change/retire/alexandriaRetirementField';
import { alexandriaDecisionsField } from './change/decisions/alexandriaDecisionsField';
import { alexandriaFleetPage } from './fleet/alexandriaFleetPage';
import { fleetRouteRef } from './fleet/fleetRoutes';
import { alexandriaInstanceField } from './form/alexandriaInstanceField';
import { alexandriaRepositoryField } from './repository/alexandriaRepositoryField';
import { alexandriaHealthCard } from './status/alexandriaHealthCard';
import { alexandriaInstanceContent } from './status/alexandriaInstanceContent';
import { instanceRouteRef } from './status/instanceRouteRef';
import { templateRouteRef } from './status/templateRouteRef';

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
    alexandriaInstancePickerField,
    alexandriaDecisionsField,
    alexandriaRetirementField,
    alexandriaHealthCard,
    alexandriaInstanceContent,
    alexandriaFleetPage,
  ],
  routes: { instance: instanceRouteRef, fleet: fleetRouteRef },
  externalRoutes: { template: templateRouteRef },
});
