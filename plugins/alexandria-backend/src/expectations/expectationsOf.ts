import {
  compareRepository,
  readRepository,
  renderObjects,
  type RepositoryDifference,
  type RepositoryEnvironment,
} from '@alexandriaproject/alexandria-manifests';
import type { Expectation } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { pack } from '../status/projection/pack';
import { pick } from '../status/projection/pick';
import { shapeOf } from '../status/projection/shapes';

/** What one environment asks for, and where. */
export interface EnvironmentExpectation {
  /** The name that the repository has for the cluster. */
  cluster: string;
  expectation: Expectation;
  /** All objects that are rendered, as JSON, packed: they are looked at when one of them changed, and else never. */
  rendered: string;
}

/** What a repository asks for, and why nothing is known of some of it. */
export interface RepositoryExpectations {
  expectations: EnvironmentExpectation[];
  /** Files that are not what the answers give. */
  files: RepositoryDifference[];
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
  const objects = renderObjects(values, release);
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  return deployment === undefined
    ? []
    : [
        {
          cluster,
          // Never a Secret: what is asked for of one is not kept either.
          rendered: pack(
            JSON.stringify(objects.filter(({ kind }) => kind !== 'Secret')),
          ),
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
      files: [],
      problems: read.issues.map(({ path, message }) => `${path} ${message}`),
    };
  }
  const compared = compareRepository(files);
  return {
    expectations: read.value.flatMap(expectationOf),
    files: compared.ok ? compared.value : [],
    problems: read.value.flatMap(({ name, problem }) =>
      problem === undefined ? [] : [`${name}: ${problem}`],
    ),
  };
}
