import { useRouteRef } from '@backstage/frontend-plugin-api';
import { templateRouteRef } from '../templateRouteRef';
import { InstancePage } from './InstancePage';

/** The page in a portal on the new frontend system. */
export function LinkedInstancePage() {
  return <InstancePage templateRoute={useRouteRef(templateRouteRef)} />;
}
