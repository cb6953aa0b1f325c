import type { Entity } from '@backstage/catalog-model';

/**
 * Whether an entity is meant to run no more: its lifecycle is `deprecated` or `retired`.
 *
 * @public
 */
export function isRetired({ spec }: Pick<Entity, 'spec'>): boolean {
  return spec?.lifecycle === 'deprecated' || spec?.lifecycle === 'retired';
}
