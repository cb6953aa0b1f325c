import type { Config } from '@backstage/config';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { strategyFor, type AuthStrategies } from './authStrategies';
import type { LocatedCluster } from './LocatedCluster';

/** What is said in keys of their own, by the name that strategies know it by. */
const authKeys = {
  authProvider: ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  serviceAccountToken: 'serviceAccountToken',
  assumeRole: ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  externalId: ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
};

function readAuthMetadata(cluster: Config): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const [key, name] of Object.entries(authKeys)) {
    const value = cluster.getOptionalString(key);
    if (value) {
      metadata[name] = value;
    }
  }
  // Its keys have characters that the typed readers refuse.
  const given: unknown = cluster.getOptional('authMetadata') ?? {};
  for (const [key, value] of Object.entries(given as object)) {
    if (typeof value !== 'string') {
      throw new Error(`has an authMetadata.${key} that is not text`);
    }
    metadata[key] = value;
  }
  return metadata;
}

function readDetails(cluster: Config): ClusterDetails {
  return {
    name: cluster.getString('name'),
    title: cluster.getOptionalString('title'),
    url: cluster.getString('url'),
    skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    dashboardUrl: cluster.getOptionalString('dashboardUrl'),
    dashboardApp: cluster.getOptionalString('dashboardApp'),
    authMetadata: readAuthMetadata(cluster),
  };
}

function readCluster(
  cluster: Config,
  name: string,
  strategies: AuthStrategies,
): LocatedCluster {
  let details: ClusterDetails;
  try {
    details = readDetails(cluster);
  } catch (error) {
    // Config's errors name the key and the type, never the value.
    return { name, problem: (error as Error).message };
  }
  const { title } = details;
  if (!URL.canParse(details.url)) {
    return { name, title, problem: 'has a url that is none' };
  }
  const found = strategyFor(details, strategies);
  return 'problem' in found
    ? { name, title, problem: found.problem }
    : { name, title, details, strategy: found.strategy };
}

/**
 * The clusters of a locator of type `config`, read as `@backstage/plugin-kubernetes-backend` reads them. One that is
 * wrong is told with what is wrong, and keeps nobody from watching the others.
 *
 * @param locator - an entry of `kubernetes.clusterLocatorMethods`
 */
export function readConfiguredClusters(
  locator: Config,
  strategies: AuthStrategies,
): LocatedCluster[] {
  return (locator.getOptionalConfigArray('clusters') ?? []).map(
    (cluster, index) => {
      const name = cluster.getOptional('name');
      return readCluster(
        cluster,
        typeof name === 'string' ? name : `clusters[${index}]`,
        strategies,
      );
    },
  );
}
