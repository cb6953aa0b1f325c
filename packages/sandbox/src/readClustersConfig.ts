import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SecretTier } from './kubernetes/readerRules';
import { sampleClusters } from './kubernetes/samples/sampleClusters';
import type { SampleClustersOptions } from './kubernetes/startSampleClusters';

const DEFAULT_PORT = 7009;

/** The clusters that the portal's `kubernetes` configuration names, as far as they are written here. */
function configured(config: Config): Config[] {
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  ).flatMap(locator =>
    locator.getOptionalString('type') === 'config'
      ? locator.getOptionalConfigArray('clusters') ?? []
      : [],
  );
}

function secretTiers(config: Config): Map<string, SecretTier> {
  return new Map(
    (config.getOptionalConfigArray('alexandria.clusters') ?? []).map(entry => [
      entry.getString('name'),
      // What is none is told by the Alexandria plugin.
      Number(entry.getOptional('secretTier') ?? 0) as SecretTier,
    ]),
  );
}

/**
 * Reads `sandbox.clusters`, and the token from the clusters of the portal's `kubernetes` configuration that are the sample
 * clusters, so that both ends have it from one place.
 *
 * @returns undefined when `sandbox.clusters` is absent, null or false: the clusters are not wanted
 * @throws InputError naming everything that does not fit
 */
export function readClustersConfig(
  config: Config,
): Omit<SampleClustersOptions, 'logger'> | undefined {
  if (config.getOptional('sandbox.clusters') === false) {
    return undefined;
  }
  const clusters = config.getOptionalConfig('sandbox.clusters');
  if (!clusters) {
    return undefined;
  }
  const port = clusters.getOptionalNumber('port') ?? DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new InputError(
      `sandbox.clusters.port is ${port}; a whole number from 1 to 65535 will do (environment variable ALEXANDRIA_CLUSTER_PORT)`,
    );
  }
  const found = sampleClusters.map(({ name }) => {
    const url = `https://127.0.0.1:${port}/clusters/${name}`;
    const entry = configured(config).find(
      each => each.getOptionalString('url') === url,
    );
    const token = entry?.getOptionalString('serviceAccountToken');
    const isNamed = entry?.getOptionalString('name') === name;
    const problem =
      (!entry && `no cluster with url '${url}'`) ||
      (!isNamed &&
        `the cluster with url '${url}' must have the name ${name}`) ||
      (!token && `cluster ${name}: serviceAccountToken is missing`);
    return { token, problem };
  });
  const problems = found.flatMap(({ problem }) => problem || []);
  const tokens = new Set(found.map(({ token }) => token));
  if (problems.length === 0 && tokens.size > 1) {
    problems.push('the sample clusters must have one serviceAccountToken');
  }
  const [token] = tokens;
  if (problems.length > 0 || token === undefined) {
    throw new InputError(
      `sandbox.clusters.port is ${port}, and kubernetes.clusterLocatorMethods does not fit: ${problems.join(
        '; ',
      )}`,
    );
  }
  return { port, token, secretTiers: secretTiers(config) };
}
