import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading what runs of an instance. Its resource is the entity, so that the rules of the catalog apply, such as that it is
 * owned by whoever asks. Who may not read the entity in the catalog may not read its status either.
 *
 * @public
 */
export const alexandriaStatusReadPermission = createPermission({
  name: 'alexandria.status.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Reading what an instance was generated from, which the portal reads from its repository with its own credentials, and
 * opening pull requests that change it or take it out of service. Its resource is the entity.
 *
 * @public
 */
export const alexandriaInstanceChangePermission = createPermission({
  name: 'alexandria.instance.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Every permission of the Alexandria plugins.
 *
 * @public
 */
export const alexandriaPermissions = [
  alexandriaStatusReadPermission,
  alexandriaInstanceChangePermission,
];
