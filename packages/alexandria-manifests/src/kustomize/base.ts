import { KubernetesObject, renderObjects } from '../objects';
import type { Release, Values } from '../values';
import { identity, withoutNamespace } from './identity';

/**
 * The objects that are the same in every namespace, without one. What has a namespace inside, such as the name of a
 * ClusterRole or the subject of a binding, is not among them: each overlay has its own.
 */
export function baseObjects(
  values: Values,
  release: Release,
): KubernetesObject[] {
  const elsewhere = new Set(
    renderObjects(values, {
      ...release,
      // Any other will do; this one is always another.
      namespace: release.namespace.repeat(2),
    }).map(object => JSON.stringify(withoutNamespace(object))),
  );
  return renderObjects(values, release)
    .map(withoutNamespace)
    .filter(object => elsewhere.has(JSON.stringify(object)));
}

/** The objects by what tells them apart. */
export function byIdentity(
  objects: KubernetesObject[],
): Map<string, KubernetesObject> {
  return new Map(objects.map(object => [identity(object), object]));
}
