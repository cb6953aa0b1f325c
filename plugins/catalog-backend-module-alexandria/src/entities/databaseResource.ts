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
import { databaseLocation } from './discoveredLocation';
import { discoveredDatabaseName } from './discoveredName';

/** A database, told from others by the key of a Secret that holds its URL: what is in there is not known. */
export interface DatabaseIdentity {
  namespace: string;
  secret: string;
  key: string;
}

/** The reference of the entity of a database. */
export const databaseRef = (
  cluster: string,
  database: DatabaseIdentity,
  { namespace }: { namespace: string },
) =>
  stringifyEntityRef({
    ...{ kind: 'Resource', namespace },
    name: discoveredDatabaseName(cluster, database),
  });

/** The entity of a database of discovered instances: those that take its URL from the same place share it. */
export function databaseResource(
  cluster: Pick<ClusterStatus, 'name' | 'title'>,
  database: DatabaseIdentity,
  options: { namespace: string; owner: string },
): ResourceEntity {
  const { namespace, secret, key } = database;
  const location = databaseLocation(cluster.name, database);
  const where = cluster.title ?? cluster.name;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: discoveredDatabaseName(cluster.name, database),
      namespace: options.namespace,
      title: `Postgres of ${namespace}/${secret} in ${where}`,
      description: `Postgres database whose URL is in key ${key} of Secret ${secret} in namespace ${namespace} of cluster ${where}`,
      tags: [DISCOVERED_TAG],
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { type: 'database', owner: options.owner },
  };
}
