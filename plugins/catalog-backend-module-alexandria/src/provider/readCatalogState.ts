import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deploymentSelectorOf } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_KUBERNETES_API_SERVER } from '@backstage/plugin-kubernetes-common';
import { CLUSTER_TYPE } from '../entities/clusterResource';
import { isDiscovered, locationPrefix } from '../entities/discoveredLocation';
import type { CatalogState } from './reconcile';

const LOCATION = `metadata.annotations.${ANNOTATION_LOCATION}` as const;
const ID = `metadata.annotations.${kubernetesAnnotations.id}` as const;
const SELECTOR =
  `metadata.annotations.${kubernetesAnnotations.labelSelector}` as const;

const isFrom = ({ metadata }: Entity, prefix: string) =>
  metadata.annotations?.[ANNOTATION_LOCATION]?.startsWith(prefix) ?? false;

/** A cluster of the portal, as far as somebody may have registered it. */
export interface ClusterIdentity {
  name: string;
  /** Of its API server, where the configuration has it. */
  url?: string;
}

/** As Backstage's locator of clusters has it, the name of the entity is that of the cluster; its address tells as well. */
const isOf =
  ({ name, url }: ClusterIdentity) =>
  ({ kind, metadata, spec }: Entity) =>
    kind.toLowerCase() === 'resource' &&
    spec?.type === CLUSTER_TYPE &&
    (metadata.name.toLowerCase() === name.toLowerCase() ||
      (url !== undefined &&
        metadata.annotations?.[ANNOTATION_KUBERNETES_API_SERVER] === url));

/**
 * Reads what bears on the instances of a cluster: the entities that were discovered in it, and those registered ones that may
 * be for a Deployment of it or for the cluster itself. Others, such as those of all other software in Kubernetes, are not read.
 *
 * @param ids - of the Deployments, their labels `backstage.io/kubernetes-id`
 * @throws when the catalog does not answer, or not whole
 */
export async function readCatalogState(
  services: { auth: AuthService; catalog: CatalogService },
  cluster: ClusterIdentity,
  ids: readonly string[],
): Promise<CatalogState> {
  const { auth, catalog } = services;
  const discovered = new Set<string>();
  const registered: CatalogState['registered'][number][] = [];
  const clusters: string[] = [];
  const own = locationPrefix(cluster.name);
  const pages = catalog.streamEntities(
    {
      query: {
        $any: [
          { [LOCATION]: { $hasPrefix: own } },
          {
            $all: [
              { [SELECTOR]: { $exists: true } },
              { $not: { [LOCATION]: { $hasPrefix: locationPrefix() } } },
            ],
          },
          { $all: [{ kind: 'resource' }, { 'spec.type': CLUSTER_TYPE }] },
          ...(ids.length === 0 ? [] : [{ [ID]: { $in: [...ids] } }]),
        ],
      },
      fields: [
        ...['kind', 'metadata.name', 'metadata.namespace'],
        ...['metadata.annotations', 'spec.type'],
      ],
      totalItems: 'exclude',
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const entities of pages) {
    for (const entity of entities) {
      const isOwn = deploymentSelectorOf(entity);
      if (isFrom(entity, own)) {
        discovered.add(stringifyEntityRef(entity));
      } else if (isOwn && !isDiscovered(entity)) {
        registered.push({ entityRef: stringifyEntityRef(entity), isOwn });
      }
      if (!isDiscovered(entity) && isOf(cluster)(entity)) {
        clusters.push(stringifyEntityRef(entity));
      }
    }
  }
  // Of several, the same one every time.
  const [registeredCluster] = clusters.sort();
  return {
    ...{ discovered, registered },
    ...(registeredCluster ? { cluster: registeredCluster } : {}),
  };
}
