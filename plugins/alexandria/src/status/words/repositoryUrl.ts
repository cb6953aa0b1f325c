import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  getEntitySourceLocation,
  type Entity,
} from '@backstage/catalog-model';

/** Where the repository of an entity can be opened; undefined when it comes from no URL. */
export function repositoryUrl(entity: Entity): string | undefined {
  const { annotations = {} } = entity.metadata;
  if (
    !annotations[ANNOTATION_SOURCE_LOCATION] &&
    !annotations[ANNOTATION_LOCATION]
  ) {
    return undefined;
  }
  const { type, target } = getEntitySourceLocation(entity);
  return type === 'url' ? target : undefined;
}
