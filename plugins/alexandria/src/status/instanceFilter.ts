import { INSTANCE_TAG } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';

const KIND = 'component';

/**
 * Entities that are instances of Alexandria: the template tags them so. An annotation alone would not do, because those of
 * the Kubernetes plugin are on entities of every kind of software.
 */
export const instanceFilter = {
  kind: KIND,
  'metadata.tags': { $contains: INSTANCE_TAG },
};

/**
 * Whether an entity is an instance of Alexandria: a component with the tag `alexandria`.
 *
 * @public
 */
export function isInstance({ kind, metadata }: Entity): boolean {
  return (
    kind.toLocaleLowerCase('en-US') === KIND &&
    (metadata.tags ?? []).includes(INSTANCE_TAG)
  );
}
