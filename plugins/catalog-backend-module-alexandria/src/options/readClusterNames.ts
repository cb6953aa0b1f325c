import type { Config } from '@backstage/config';

/** What the backend of Alexandria calls the cluster of the locator `localKubectlProxy`. */
const PROXY_CLUSTER = 'local';

/**
 * The names of the clusters of `kubernetes.clusterLocatorMethods`, each once.
 *
 * @returns `isWhole` is whether these are all that the portal has: other locators find theirs elsewhere
 */
export function readClusterNames(config: Config): {
  names: string[];
  isWhole: boolean;
} {
  const names = new Set<string>();
  let isWhole = true;
  const locators =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const locator of locators) {
    switch (locator.getOptionalString('type')) {
      case 'config':
        locator
          .getOptionalConfigArray('clusters')
          ?.map(cluster => cluster.getOptional('name'))
          .forEach(name => typeof name === 'string' && names.add(name));
        break;
      case 'localKubectlProxy':
        names.add(PROXY_CLUSTER);
        break;
      default:
        isWhole = false;
    }
  }
  return { names: [...names], isWhole };
}
