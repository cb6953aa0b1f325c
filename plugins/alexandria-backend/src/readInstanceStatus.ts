import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readableEntity } from './readableEntity';
import type { StatusService } from './status/StatusService';

/**
 * What is said of an instance, to somebody who may read it.
 *
 * @throws what {@link readableEntity} throws, and InputError when the entity does not say which Deployments are its own
 */
export async function readInstanceStatus(
  services: {
    catalog: CatalogService;
    permissions: PermissionsService;
    status: StatusService;
  },
  reference: { kind: string; namespace: string; name: string },
  credentials: BackstageCredentials,
): Promise<{ entity: Entity; instance: InstanceStatus }> {
  const entity = await readableEntity(services, reference, credentials);
  const instance = services.status.status(entity);
  if (!instance) {
    throw new InputError(
      `${stringifyEntityRef(
        entity,
      )} does not say which Deployments are its own. Give it the annotation backstage.io/kubernetes-id, or backstage.io/kubernetes-label-selector with a label selector`,
    );
  }
  return { entity, instance };
}
