import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** The component that an instance of a name would be. */
export function componentRef(name: string): string {
  return stringifyEntityRef({
    kind: 'component',
    namespace: 'default',
    name,
  });
}

/**
 * Whether the catalog has no component of a name yet.
 *
 * @throws what the catalog client throws when the catalog cannot be asked
 */
export async function isNameFree(
  catalogApi: Pick<CatalogApi, 'getEntitiesByRefs'>,
  name: string,
): Promise<boolean> {
  // Asked for one by itself, a missing entity is a failed request, which browsers report as an error.
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs: [componentRef(name)],
    fields: ['kind', 'metadata.name'],
  });
  return items.every(item => item === undefined);
}

/** Whether a name is one that the model accepts, so that asking for it makes sense. */
export function isValidName(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') {
    return false;
  }
  const parsed = parseInstance({ name });
  return parsed.ok || parsed.issues.every(({ path }) => path !== 'name');
}
