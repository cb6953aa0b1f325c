import { useRouteRef } from '@backstage/frontend-plugin-api';
import { instanceRouteRef } from '../instanceRouteRef';
import { HealthCard } from './HealthCard';

/** The card in a portal on the new frontend system. */
export function LinkedHealthCard() {
  return <HealthCard pageHref={useRouteRef(instanceRouteRef)?.()} />;
}
