import {
  DISCOVERED_TAG,
  INSTANCE_TAG,
  kubernetesAnnotations,
  type ClusterStatus,
  type ObservedDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type ComponentEntity,
} from '@backstage/catalog-model';
import { databaseRef } from './databaseResource';
import { discoveredLocation } from './discoveredLocation';
import { discoveredName } from './discoveredName';

/** What is said of an instance that nobody has said anything of. */
export interface ComponentOptions {
  /** Namespace of the catalog. */
  namespace: string;
  /** Labels of the Deployment that name its owner; the first that is there counts. */
  ownerLabels: readonly string[];
  /** Who owns what has none of them: a reference of an entity. */
  fallbackOwner: string;
  /** Labels of the Deployment that name its environment; the first that is there counts. */
  environmentLabels: readonly string[];
}

/** What the chart tells instances of a namespace apart by; each is taken where it is there. */
const IDENTIFYING_LABELS = [
  'app.kubernetes.io/instance',
  'app.kubernetes.io/name',
  'app.kubernetes.io/component',
];

/** All that the plugin watches bears it, so that a selector is never empty. */
const PART_OF = 'app.kubernetes.io/part-of=alexandria';

const PRODUCTION = ['production', 'prod'];

const firstOf = (
  { labels }: ObservedDeployment,
  names: readonly string[],
): string | undefined => names.map(name => labels[name]).find(Boolean);

/** The value of a label is text that is a name of the catalog too, so that it names a group. */
export function ownerOf(
  deployment: ObservedDeployment,
  options: ComponentOptions,
) {
  return stringifyEntityRef(
    parseEntityRef(
      firstOf(deployment, options.ownerLabels) ?? options.fallbackOwner,
      { defaultKind: 'Group', defaultNamespace: DEFAULT_NAMESPACE },
    ),
  );
}

/** As the template has it: `production` or `experimental`; `unknown` where no label names an environment. */
function lifecycleOf(
  deployment: ObservedDeployment,
  { environmentLabels }: ComponentOptions,
) {
  const environment = firstOf(deployment, environmentLabels);
  if (environment === undefined) {
    return 'unknown';
  }
  return PRODUCTION.includes(environment.toLowerCase())
    ? 'production'
    : 'experimental';
}

/** As many links as an entity shows well. */
const MAX_LINKS = 10;

const linksOf = ({ urls = [] }: ObservedDeployment) =>
  urls
    .filter(url => /^https?:/.test(url) && URL.canParse(url))
    .slice(0, MAX_LINKS)
    .map(url => ({ url, title: new URL(url).host, icon: 'web' }));

/**
 * The entity of a Deployment that no other entity is for. Its annotations select that Deployment, so that the card and the page
 * of an instance show it. It depends on its cluster and its database.
 *
 * @param clusterRef - the entity of the cluster
 */
export function discoveredComponent(
  cluster: Pick<ClusterStatus, 'name' | 'title'>,
  deployment: ObservedDeployment,
  options: ComponentOptions,
  clusterRef: string,
): ComponentEntity {
  const { namespace, name, labels, database } = deployment;
  const links = linksOf(deployment);
  const location = discoveredLocation(cluster.name, deployment);
  const where = cluster.title ?? cluster.name;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: discoveredName(cluster.name, deployment),
      namespace: options.namespace,
      title: `${namespace}/${name} in ${where}`,
      description: `Runs as Deployment ${name} in namespace ${namespace} of cluster ${where}, and is registered by nobody`,
      tags: [INSTANCE_TAG, DISCOVERED_TAG],
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [kubernetesAnnotations.cluster]: cluster.name,
        [kubernetesAnnotations.namespace]: namespace,
        [kubernetesAnnotations.labelSelector]: [
          PART_OF,
          ...IDENTIFYING_LABELS.filter(label => label in labels).map(
            label => `${label}=${labels[label]}`,
          ),
        ].join(','),
      },
      ...(links.length > 0 ? { links } : {}),
    },
    spec: {
      type: 'service',
      lifecycle: lifecycleOf(deployment, options),
      owner: ownerOf(deployment, options),
      dependsOn: [
        clusterRef,
        ...(database
          ? [databaseRef(cluster.name, { namespace, ...database }, options)]
          : []),
      ],
    },
  };
}
