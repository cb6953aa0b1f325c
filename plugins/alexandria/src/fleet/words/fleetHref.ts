import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deploymentHref } from '../../status/words/instanceUrl';

/**
 * The page of a Deployment.
 *
 * @param entityHref - of the entity of its instance
 */
export function fleetHref(of: FleetDeployment, entityHref: string): string {
  // Where the tab of an instance is unless it was moved; an entity without such a tab shows its overview.
  const page = `${entityHref}/alexandria`;
  const { cluster, namespace, name } = of;
  return cluster === undefined
    ? page
    : deploymentHref(page, [cluster, namespace, name].join('/'));
}
