import {
  isRetired,
  kubernetesAnnotations,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';

/** Whether an entity says which Deployments are its own. */
export function isAnnotated({ metadata }: Entity): boolean {
  const { annotations = {} } = metadata;
  const { id, labelSelector } = kubernetesAnnotations;
  return Boolean(annotations[id] || annotations[labelSelector]);
}

/**
 * What is to be said of an instance of which nothing runs, or nothing that is known:
 *
 * - `noCluster`: the portal watches none, or none of the name that the entity gives;
 * - `starting`: the clusters are being read for the first time;
 * - `unreachable`: some cannot be read, so nobody knows;
 * - `retired`: none runs, as it should be;
 * - `notDeployed`: every cluster was read, and none has it.
 */
export type EmptyState =
  | 'noCluster'
  | 'starting'
  | 'unreachable'
  | 'retired'
  | 'notDeployed';

/** @returns undefined when something of the instance is known to run, or to be missing */
export function emptyState(
  status: InstanceStatus,
  entity: Entity,
): EmptyState | undefined {
  const { deployments, clusters, partial } = status;
  if (deployments.length > 0) {
    return undefined;
  }
  if (clusters.length === 0) {
    return 'noCluster';
  }
  if (partial) {
    const isBeingRead = clusters.every(({ condition }) =>
      ['Current', 'Starting'].includes(condition),
    );
    return isBeingRead ? 'starting' : 'unreachable';
  }
  return isRetired(entity) ? 'retired' : 'notDeployed';
}
