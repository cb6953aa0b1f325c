import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';

const TYPE = 'alexandria';

/** What the locations of all discovered entities of a cluster begin with; of all clusters, when it is omitted. */
export const locationPrefix = (cluster?: string) =>
  cluster === undefined ? `${TYPE}:` : `${TYPE}:${cluster}/`;

/** Where a discovered entity comes from, as the annotation `backstage.io/managed-by-location` names it. */
export const discoveredLocation = (
  cluster: string,
  { namespace, name }: { namespace: string; name: string },
) => `${locationPrefix(cluster)}${namespace}/${name}`;

/** Where the entity of a cluster comes from: no Deployment has an empty name. */
export const clusterLocation = (cluster: string) => locationPrefix(cluster);

/** Where the entity of a database comes from: no Deployment has a slash in its name. */
export const databaseLocation = (
  cluster: string,
  {
    namespace,
    secret,
    key,
  }: { namespace: string; secret: string; key: string },
) => `${locationPrefix(cluster)}${namespace}/${secret}/${key}`;

/** Whether an entity is in the catalog because it runs. People cannot make theirs look so: the catalog sets the annotation. */
export const isDiscovered = ({ metadata }: Pick<Entity, 'metadata'>) =>
  metadata.annotations?.[ANNOTATION_LOCATION]?.startsWith(locationPrefix()) ??
  false;
