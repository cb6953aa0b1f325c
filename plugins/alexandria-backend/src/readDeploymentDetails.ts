import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readableEntity } from './readableEntity';
import type { StatusService } from './status/StatusService';

/**
 * What is said of one Deployment of an instance, to somebody who may read that.
 *
 * @throws what {@link readableEntity} throws, and NotFoundError when the Deployment is not one of the entity, or not there
 */
export async function readDeploymentDetails(
  services: {
    catalog: CatalogService;
    permissions: PermissionsService;
    status: StatusService;
  },
  reference: { kind: string; namespace: string; name: string },
  deployment: { cluster: string; namespace: string; name: string },
  credentials: BackstageCredentials,
): Promise<DeploymentDetails> {
  const entity = await readableEntity(services, reference, credentials);
  const details = services.status.details(entity, deployment);
  if (!details) {
    const { cluster, namespace, name } = deployment;
    throw new NotFoundError(
      `${stringifyEntityRef(
        entity,
      )} has no Deployment ${namespace}/${name} in cluster ${cluster}`,
    );
  }
  return details;
}
