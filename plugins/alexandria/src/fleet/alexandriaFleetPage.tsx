import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiShip2Line } from '@remixicon/react';
import { fleetRouteRef } from './fleetRoutes';

/** Every instance that somebody may see, on a page of the portal. */
export const alexandriaFleetPage = PageBlueprint.make({
  params: {
    path: '/alexandria',
    title: 'Alexandria fleet',
    icon: <RiShip2Line />,
    routeRef: fleetRouteRef,
    loader: async () => {
      const { LinkedFleetPage } = await import('./LinkedFleetPage');
      return <LinkedFleetPage />;
    },
  },
});
