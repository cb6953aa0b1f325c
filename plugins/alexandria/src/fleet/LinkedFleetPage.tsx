import { useRouteRef } from '@backstage/frontend-plugin-api';
import { templateRouteRef } from '../status/templateRouteRef';
import { FleetPage } from './FleetPage';
import { instanceTemplate } from './template';

/** The page in a portal on the new frontend system. */
export function LinkedFleetPage() {
  return (
    <main>
      <FleetPage
        createHref={useRouteRef(templateRouteRef)?.(instanceTemplate)}
      />
    </main>
  );
}
