import {
  alexandriaStatusReadPermission,
  type ClusterDeployments,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { StatusService } from './status/StatusService';

/**
 * What is known to run in a cluster, to a service that may read the status of every instance: what somebody from outside the
 * portal was given a token for may be less.
 *
 * @throws NotFoundError when the portal watches no such cluster, NotAllowedError when the service may not read it
 */
export async function readClusterDeployments(
  services: { permissions: PermissionsService; status: StatusService },
  cluster: string,
  credentials: BackstageCredentials<BackstageServicePrincipal>,
): Promise<ClusterDeployments> {
  const { permissions, status } = services;
  const deployments = status.cluster(cluster);
  if (!deployments) {
    throw new NotFoundError(`There is no cluster ${cluster}`);
  }
  const [{ result }] = await permissions.authorizeConditional(
    [{ permission: alexandriaStatusReadPermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`You may not read what runs in ${cluster}`);
  }
  return deployments;
}
