import {
  readRepository,
  renderObjects,
  type RepositoryEnvironment,
} from '@alexandriaproject/alexandria-manifests';
import type { Expectation } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { pick } from '../status/projection/pick';
import { shapeOf } from '../status/projection/shapes';

/** What one environment asks for, and where. */
export interface EnvironmentExpectation {
  /** The name that the repository has for the cluster. */
  cluster: string;
  expectation: Expectation;
}

/** What a repository asks for, and why nothing is known of some of it. */
export interface RepositoryExpectations {
  expectations: EnvironmentExpectation[];
  problems: string[];
}

function expectationOf({
  name: environment,
  cluster,
  release,
  source,
  values,
}: RepositoryEnvironment): EnvironmentExpectation[] {
  if (values === undefined) {
    return [];
  }
  const deployment = renderObjects(values, release).find(
    ({ kind }) => kind === 'Deployment',
  );
  return deployment === undefined
    ? []
    : [
        {
          cluster,
          expectation: {
            namespace: release.namespace,
            name: deployment.metadata.name,
            environment,
            autoscaler: values.autoscaling.enabled,
            // As much as is kept of the one in the cluster; the rest, such as the values of variables, is dropped.
            deployment: pick(deployment, shapeOf('Deployment')),
            source,
          },
        },
      ];
}

/**
 * Renders what the values of a repository ask for, by the code that made it.
 *
 * @param files - text by path
 */
export function expectationsOf(
  files: ReadonlyMap<string, string>,
): RepositoryExpectations {
  const read = readRepository(files);
  if (!read.ok) {
    return {
      expectations: [],
      problems: read.issues.map(({ path, message }) => `${path} ${message}`),
    };
  }
  return {
    expectations: read.value.flatMap(expectationOf),
    problems: read.value.flatMap(({ name, problem }) =>
      problem === undefined ? [] : [`${name}: ${problem}`],
    ),
  };
}
