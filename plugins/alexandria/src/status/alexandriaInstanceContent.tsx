import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { instanceFilter } from './instanceFilter';
import { instanceRouteRef } from './instanceRouteRef';

/** All that is known of an instance, as a tab of its entity. */
export const alexandriaInstanceContent = EntityContentBlueprint.make({
  name: 'instance',
  params: {
    path: 'alexandria',
    title: 'Alexandria',
    routeRef: instanceRouteRef,
    filter: instanceFilter,
    loader: async () => {
      const { LinkedInstancePage } = await import(
        './instance/LinkedInstancePage'
      );
      return <LinkedInstancePage />;
    },
  },
});
