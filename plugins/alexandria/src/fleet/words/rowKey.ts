import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { parseEntityRef } from '@backstage/catalog-model';

/** What tells a line from all others, for as long as it is about the same. */
export function rowKey(of: FleetDeployment): string {
  const { entityRef, cluster, namespace, name } = of;
  return [entityRef, cluster, namespace, name]
    .filter(each => each !== undefined)
    .join('/');
}

/** What people call an instance. */
export function instanceName({ title, entityRef }: FleetDeployment): string {
  return title ?? parseEntityRef(entityRef).name;
}
