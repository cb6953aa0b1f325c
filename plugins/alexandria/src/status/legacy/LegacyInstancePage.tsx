import { useRouteRef } from '@backstage/core-plugin-api';
import { InstancePage } from '../instance/InstancePage';
import { legacyTemplateRouteRef } from './routes';

/** The page in a portal on the old frontend system. */
export function LegacyInstancePage() {
  return <InstancePage templateRoute={useRouteRef(legacyTemplateRouteRef)} />;
}
