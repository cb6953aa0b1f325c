import { ConfigReader, type Config } from '@backstage/config';
import type { AuthStrategies } from './authStrategies';
import type { LocatedCluster } from './LocatedCluster';
import { readConfiguredClusters } from './readConfiguredClusters';

/** The address of `kubectl proxy` at its defaults, which the locator `localKubectlProxy` stands for. */
const PROXY = {
  clusters: [
    {
      name: 'local',
      url: 'http://127.0.0.1:8001',
      authProvider: 'localKubectlProxy',
    },
  ],
};

/**
 * The clusters of `kubernetes.clusterLocatorMethods`. Of two with one name the second is told to be wrong; a locator of a
 * type that is not read here is told in place of its clusters.
 *
 * @param config - the portal's configuration
 */
export function locateClusters(
  config: Config,
  strategies: AuthStrategies,
): LocatedCluster[] {
  const names = new Set<string>();
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .flatMap((locator, index): LocatedCluster[] => {
      const type = locator.getString('type');
      switch (type) {
        case 'config':
          return readConfiguredClusters(locator, strategies);
        case 'localKubectlProxy':
          return readConfiguredClusters(new ConfigReader(PROXY), strategies);
        default:
          return [
            {
              name: `kubernetes.clusterLocatorMethods[${index}]`,
              problem: `is of type ${type}; clusters are watched that are located by config or localKubectlProxy`,
            },
          ];
      }
    })
    .map(cluster => {
      if (names.has(cluster.name)) {
        return { name: cluster.name, problem: 'has the name of another one' };
      }
      names.add(cluster.name);
      return cluster;
    });
}
