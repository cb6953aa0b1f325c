import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { readLabelSelector, type LabelSelector } from './labelSelector';

/**
 * What tells a Deployment from others, of all clusters.
 *
 * @public
 */
export interface DeploymentIdentity {
  /** The name that the portal has for it. */
  cluster: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
}

/**
 * The Deployments of an entity, by label.
 *
 * @returns undefined when its annotations name none
 * @public
 */
export function labelSelectorOf({
  metadata,
}: Pick<Entity, 'metadata'>): LabelSelector | undefined {
  const {
    [kubernetesAnnotations.labelSelector]: selector,
    [kubernetesAnnotations.id]: id,
  } = metadata.annotations ?? {};
  if (selector) {
    return readLabelSelector(selector);
  }
  return id ? labels => labels[kubernetesAnnotations.id] === id : undefined;
}

/**
 * Whether an entity may have Deployments in a place: its annotations may name the only cluster and the only namespace.
 *
 * @param place - either is not looked at when absent
 * @public
 */
export function mayBeIn(
  { metadata }: Pick<Entity, 'metadata'>,
  place: { cluster?: string; namespace?: string },
): boolean {
  const {
    [kubernetesAnnotations.cluster]: cluster = place.cluster,
    [kubernetesAnnotations.namespace]: namespace = place.namespace,
  } = metadata.annotations ?? {};
  return (
    (place.cluster === undefined || place.cluster === cluster) &&
    (place.namespace === undefined || place.namespace === namespace)
  );
}

/**
 * Whether a Deployment is an entity's own.
 *
 * @returns undefined when the annotations of the entity name none
 * @public
 */
export function deploymentSelectorOf(
  entity: Pick<Entity, 'metadata'>,
): ((deployment: DeploymentIdentity) => boolean) | undefined {
  const selects = labelSelectorOf(entity);
  return (
    selects &&
    (({ cluster, namespace, labels }) =>
      mayBeIn(entity, { cluster, namespace }) && selects(labels))
  );
}
