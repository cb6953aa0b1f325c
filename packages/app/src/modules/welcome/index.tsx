import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiHome4Line } from '@remixicon/react';

const rootRouteRef = createRouteRef();

const welcomePage = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Home',
    icon: <RiHome4Line />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./WelcomePage').then(({ WelcomePage }) => <WelcomePage />),
  },
});

/** The first page of the portal. */
export const welcomePlugin = createFrontendPlugin({
  pluginId: 'welcome',
  title: 'Home',
  extensions: [welcomePage],
  routes: { root: rootRouteRef },
});
