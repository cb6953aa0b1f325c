import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deploymentSelectorOf } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isDiscovered, locationPrefix } from '../entities/discoveredLocation';
import type { CatalogState } from './reconcile';

const LOCATION = `metadata.annotations.${ANNOTATION_LOCATION}` as const;
const ID = `metadata.annotations.${kubernetesAnnotations.id}` as const;
const SELECTOR =
  `metadata.annotations.${kubernetesAnnotations.labelSelector}` as const;

const isFrom = ({ metadata }: Entity, prefix: string) =>
  metadata.annotations?.[ANNOTATION_LOCATION]?.startsWith(prefix) ?? false;

/**
 * Reads what bears on the instances of a cluster: the entities that were discovered in it, and those registered ones that may
 * be for a Deployment of it. Others, such as those of all other software in Kubernetes, are not read.
 *
 * @param ids - of the Deployments, their labels `backstage.io/kubernetes-id`
 * @throws when the catalog does not answer, or not whole
 */
export async function readCatalogState(
  services: { auth: AuthService; catalog: CatalogService },
  cluster: string,
  ids: readonly string[],
): Promise<CatalogState> {
  const { auth, catalog } = services;
  const discovered = new Set<string>();
  const registered: CatalogState['registered'][number][] = [];
  const own = locationPrefix(cluster);
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
          ...(ids.length === 0 ? [] : [{ [ID]: { $in: [...ids] } }]),
        ],
      },
      fields: [
        ...['kind', 'metadata.name', 'metadata.namespace'],
        'metadata.annotations',
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
        registered.push(isOwn);
      }
    }
  }
  return { discovered, registered };
}
