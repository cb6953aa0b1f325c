import type {
  ClusterStatus,
  ObservedDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { clusterResource, clusterResourceRef } from './clusterResource';
import { databaseResource } from './databaseResource';
import {
  discoveredComponent,
  ownerOf,
  type ComponentOptions,
} from './discoveredComponent';

/** What runs in a cluster. */
export interface Running {
  deployment: ObservedDeployment;
  /** References of the entities that somebody has registered for it. */
  registeredAs: readonly string[];
}

/** An entity that the catalog should have, and what it is told from others by among those of its kind and cluster. */
export interface WantedEntity {
  entity: Entity;
  /** Empty for the cluster itself. */
  namespace: string;
  /** Of the Deployment; of a database the Secret and the key; empty for the cluster itself. */
  name: string;
  /** Of the Deployment. */
  labels: Readonly<Record<string, string>>;
}

const placeOf = ({ deployment: { namespace, name } }: Running) =>
  `${namespace}/${name}`;

/**
 * What the catalog should have for what runs in a cluster: each Deployment that nobody has registered, the databases of these,
 * and the cluster, unless somebody has registered that. The same whatever the order.
 *
 * @param registeredCluster - the reference of the entity that somebody has registered for the cluster
 */
export function wantedEntities(
  cluster: Pick<ClusterStatus, 'name' | 'title'>,
  running: readonly Running[],
  registeredCluster: string | undefined,
  options: ComponentOptions,
): WantedEntity[] {
  if (running.length === 0) {
    return [];
  }
  const sorted = [...running].sort((a, b) =>
    placeOf(a) < placeOf(b) ? -1 : 1,
  );
  const clusterRef =
    registeredCluster ?? clusterResourceRef(cluster.name, options);
  const wanted: WantedEntity[] = [];
  const databases = new Set<string>();
  for (const { deployment, registeredAs } of sorted) {
    const { namespace, name, labels, database } = deployment;
    if (registeredAs.length === 0) {
      wanted.push({
        entity: discoveredComponent(cluster, deployment, options, clusterRef),
        ...{ namespace, name, labels },
      });
      const place = database && `${database.secret}/${database.key}`;
      if (place && !databases.has(`${namespace}/${place}`)) {
        databases.add(`${namespace}/${place}`);
        wanted.push({
          entity: databaseResource(
            cluster,
            { namespace, ...database },
            // Of those that share it, the first says whose it is.
            {
              namespace: options.namespace,
              owner: ownerOf(deployment, options),
            },
          ),
          ...{ namespace, name: place, labels: {} },
        });
      }
    }
  }
  if (registeredCluster === undefined) {
    const instances = sorted.flatMap(({ registeredAs }) => registeredAs);
    wanted.push({
      entity: clusterResource(cluster, instances, options),
      ...{ namespace: '', name: '', labels: {} },
    });
  }
  return wanted;
}
