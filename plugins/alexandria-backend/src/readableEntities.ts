import { alexandriaStatusReadPermission } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Decisions that are asked for at one time: the permission backend takes 100 KB of questions, of some 300 bytes each. */
export const DECISIONS = 100;

/**
 * Those of some entities whose status somebody may read.
 *
 * @param entities - as they were looked up for whoever asks
 */
export async function readableEntities(
  { permissions }: { permissions: PermissionsService },
  entities: readonly Entity[],
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const readable: Entity[] = [];
  for (let from = 0; from < entities.length; from += DECISIONS) {
    const some = entities.slice(from, from + DECISIONS);
    const decisions = await permissions.authorize(
      some.map(entity => ({
        permission: alexandriaStatusReadPermission,
        resourceRef: stringifyEntityRef(entity),
      })),
      { credentials },
    );
    readable.push(
      ...some.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }
  return readable;
}
