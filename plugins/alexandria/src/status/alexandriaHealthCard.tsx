import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { instanceFilter } from './instanceFilter';

/** The health of an instance, on the overview of its entity. */
export const alexandriaHealthCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    type: 'content',
    filter: instanceFilter,
    loader: async () => {
      const { LinkedHealthCard } = await import('./card/LinkedHealthCard');
      return <LinkedHealthCard />;
    },
  },
});
