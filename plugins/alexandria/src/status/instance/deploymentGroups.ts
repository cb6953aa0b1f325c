import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';
import { deploymentKey } from '../words/deploymentKey';
import { placeOf } from '../words/placeOf';

export interface DeploymentGroup {
  environment: string;
  members: DeploymentStatus[];
}

/** Environments that most teams have, in the order in which they matter to whoever is called; others stand between. */
const ORDER = ['production', 'prod', 'staging', 'stage', 'test', 'dev'];

function rank(environment: string): number {
  const at = ORDER.indexOf(environment.toLowerCase());
  return at === -1 ? ORDER.indexOf('staging') + 0.5 : at;
}

/**
 * Deployments by environment, in an order that no change of health changes: what one is about to press does not move.
 *
 * @param filter - `search` is for a part of the name of environment, cluster, namespace or Deployment
 */
export function deploymentGroups(
  status: InstanceStatus,
  filter: { search: string; onlyUnhealthy: boolean },
): DeploymentGroup[] {
  const wanted = filter.search.trim().toLowerCase();
  const groups = new Map<string, DeploymentStatus[]>();
  for (const deployment of status.deployments) {
    const { environment, where } = placeOf(deployment, status);
    const text = `${environment} ${where} ${deploymentKey(deployment)}`;
    if (
      text.toLowerCase().includes(wanted) &&
      !(filter.onlyUnhealthy && deployment.health === 'Healthy')
    ) {
      groups.set(environment, [...(groups.get(environment) ?? []), deployment]);
    }
  }
  return [...groups]
    .map(([environment, members]) => ({
      environment,
      members: members.sort((a, b) =>
        deploymentKey(a).localeCompare(deploymentKey(b)),
      ),
    }))
    .sort(
      (a, b) =>
        rank(a.environment) - rank(b.environment) ||
        a.environment.localeCompare(b.environment),
    );
}
