import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/**
 * The root of the repository of an entity: what it names as its source, else the folder that it was registered from.
 *
 * @returns undefined for an entity that comes from no repository
 *
 * @public
 */
export function repositoryUrl(
  { metadata: { annotations = {} } }: Entity,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  const {
    [ANNOTATION_SOURCE_LOCATION]: source,
    [ANNOTATION_LOCATION]: location,
  } = annotations;
  try {
    const { type, target } = parseLocationRef(source ?? location ?? '');
    if (type !== 'url') {
      return undefined;
    }
    return source === undefined
      ? integrations.resolveUrl({ url: '.', base: target })
      : target;
  } catch {
    return undefined;
  }
}
