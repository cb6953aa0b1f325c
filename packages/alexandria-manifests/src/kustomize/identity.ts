import type { KubernetesObject } from '../objects';

/** What tells the objects of one overlay apart: they share a namespace. */
export function identity({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): string {
  return `${apiVersion}/${kind}/${metadata.name}`;
}

/** A copy without metadata.namespace, which the overlay sets. */
export function withoutNamespace(object: KubernetesObject): KubernetesObject {
  const { namespace, ...metadata } = object.metadata;
  return { ...object, metadata };
}
