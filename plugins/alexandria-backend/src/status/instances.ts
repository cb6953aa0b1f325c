import {
  INSTANCE_TAG,
  kubernetesAnnotations,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';

/** What says which Deployments are an entity's; each of them will do. */
const FINDERS = [kubernetesAnnotations.id, kubernetesAnnotations.labelSelector];

/** The entities of the catalog that are instances. */
export const INSTANCES = FINDERS.map(annotation => ({
  'metadata.tags': INSTANCE_TAG,
  [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
}));
