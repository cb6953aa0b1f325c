import { alexandriaStatusReadPermission } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * An entity whose status somebody may read. It is looked up first, so that who may not read the entity is not told that
 * there is one.
 *
 * @throws NotFoundError when there is no such entity for whoever asks, NotAllowedError when its status may not be read
 */
export async function readableEntity(
  services: { catalog: CatalogService; permissions: PermissionsService },
  reference: { kind: string; namespace: string; name: string },
  credentials: BackstageCredentials,
): Promise<Entity> {
  const { catalog, permissions } = services;
  const resourceRef = stringifyEntityRef(reference);
  const entity = await catalog.getEntityByRef(resourceRef, { credentials });
  if (!entity) {
    throw new NotFoundError(`There is no entity ${resourceRef}`);
  }
  const [{ result }] = await permissions.authorize(
    [{ permission: alexandriaStatusReadPermission, resourceRef }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`You may not read the status of ${resourceRef}`);
  }
  return entity;
}
