import {
  DISCOVERED_TAG,
  type ClusterStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type ResourceEntity,
} from '@backstage/catalog-model';
import type { ComponentOptions } from './discoveredComponent';
import { clusterLocation } from './discoveredLocation';
import { discoveredClusterName } from './discoveredName';

/** The type of a cluster, by which Backstage's locator of clusters finds those that people register. */
export const CLUSTER_TYPE = 'kubernetes-cluster';

type Options = Pick<ComponentOptions, 'namespace' | 'fallbackOwner'>;

/** The reference of the entity of a cluster that nobody has registered. */
export const clusterResourceRef = (
  cluster: string,
  { namespace }: Pick<Options, 'namespace'>,
) =>
  stringifyEntityRef({
    ...{ kind: 'Resource', namespace },
    name: discoveredClusterName(cluster),
  });

/**
 * The entity of a cluster that nobody has registered: it has no address and no credentials, and locates nothing.
 *
 * @param instances - references of the registered instances that run in it; discovered ones say themselves what they depend on
 */
export function clusterResource(
  cluster: Pick<ClusterStatus, 'name' | 'title'>,
  instances: readonly string[],
  { namespace, fallbackOwner }: Options,
): ResourceEntity {
  const location = clusterLocation(cluster.name);
  const title = cluster.title ?? cluster.name;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: discoveredClusterName(cluster.name),
      namespace,
      title,
      description: `Kubernetes cluster ${title}, in which instances of Alexandria run`,
      tags: [DISCOVERED_TAG],
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: {
      type: CLUSTER_TYPE,
      owner: fallbackOwner,
      ...(instances.length > 0
        ? { dependencyOf: [...new Set(instances)].sort() }
        : {}),
    },
  };
}
