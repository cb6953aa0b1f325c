import { useRouteRef } from '@backstage/core-plugin-api';
import { HealthCard } from '../card/HealthCard';
import { instancePageRouteRef } from './routes';

/** The card in a portal on the old frontend system. */
export function LegacyHealthCard() {
  return <HealthCard pageHref={useRouteRef(instancePageRouteRef)?.()} />;
}
