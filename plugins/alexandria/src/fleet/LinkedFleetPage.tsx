import { useRouteRef } from '@backstage/frontend-plugin-api';
import { FleetPage } from './FleetPage';
import { createInstanceRouteRef } from './fleetRoutes';
import { instanceTemplate } from './template';

/** The page in a portal on the new frontend system. */
export function LinkedFleetPage() {
  return (
    <main>
      <FleetPage
        createHref={useRouteRef(createInstanceRouteRef)?.(instanceTemplate)}
      />
    </main>
  );
}
