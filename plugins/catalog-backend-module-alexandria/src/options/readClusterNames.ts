import type { Config } from '@backstage/config';

/** What the backend of Alexandria calls the cluster of the locator `localKubectlProxy`. */
const PROXY_CLUSTER = 'local';

/**
 * The names of the clusters of `kubernetes.clusterLocatorMethods`, each once.
 *
 * @returns `urls` are those of their API servers, by name; `isWhole` is whether these are all that the portal has: other locators find theirs elsewhere
 */
export function readClusterNames(config: Config): {
  names: string[];
  isWhole: boolean;
  urls: Map<string, string>;
} {
  const names = new Set<string>();
  const urls = new Map<string, string>();
  let isWhole = true;
  const locators =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const locator of locators) {
    switch (locator.getOptionalString('type')) {
      case 'config':
        locator.getOptionalConfigArray('clusters')?.forEach(cluster => {
          const name = cluster.getOptional('name');
          const url = cluster.getOptional('url');
          if (typeof name === 'string') {
            names.add(name);
            if (typeof url === 'string') {
              urls.set(name, url);
            }
          }
        });
        break;
      case 'localKubectlProxy':
        names.add(PROXY_CLUSTER);
        break;
      default:
        isWhole = false;
    }
  }
  return { names: [...names], isWhole, urls };
}
