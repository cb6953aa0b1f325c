import type {
  InstanceStatus,
  Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentName } from '../status/StatusService';
import type { ToldKind } from './told';

type Said = InstanceStatus['deployments'][number];

/** What one look says of a Deployment. */
export interface Observation extends DeploymentName {
  /** Undefined when it is neither, or not known. */
  seen: ToldKind | undefined;
  /** Absent when nothing is said of it, since it is not there any more. */
  said?: Said;
}

/** Of what is not there any more. */
const GONE_SEVERITY: Severity = 'critical';

/** Whether the Deployment is there. */
const isThere = ({ health }: Said) =>
  health !== 'Missing' && health !== 'Unknown';

/** The worst of what is wrong: findings are in that order. */
export const worstFindingOf = (said: Said | undefined) => said?.findings.at(0);

function seenIn(
  said: Said,
  severities: readonly Severity[],
): ToldKind | undefined {
  if (said.stale) {
    // It was so; nobody knows whether it is.
    return undefined;
  }
  switch (said.health) {
    case 'Healthy':
      return 'healthy';
    case 'Degraded':
    case 'Missing':
      return severities.includes(
        worstFindingOf(said)?.severity ?? GONE_SEVERITY,
      )
        ? 'unhealthy'
        : undefined;
    default:
      return undefined;
  }
}

const placeOf = ({ cluster, deployment }: Said): DeploymentName => ({
  cluster,
  namespace: deployment.namespace ?? '',
  name: deployment.name,
});

const isSame = (a: DeploymentName, b: DeploymentName) =>
  a.cluster === b.cluster && a.namespace === b.namespace && a.name === b.name;

/**
 * What one look at an instance says of each of its Deployments: of those that are there, and of those that were.
 *
 * One that has never been there is not told of: what a repository asks for may not be installed yet. One that is not there any
 * more is unhealthy, unless another one of the instance took its place in the namespace.
 *
 * @param known - those that were there at a look before
 * @param severities - of which the worst finding has to be for one that is not healthy to be unhealthy
 * @returns what is not among them any more is to be forgotten
 */
export function observe(
  instance: InstanceStatus,
  known: readonly DeploymentName[],
  severities: readonly Severity[],
): Observation[] {
  const { deployments, clusters } = instance;
  const isKnown = (place: DeploymentName) =>
    known.some(each => isSame(each, place));
  const present = deployments
    .filter(said => isThere(said) || isKnown(placeOf(said)))
    .map(said => ({
      ...placeOf(said),
      seen: seenIn(said, severities),
      said,
    }));
  const isReplaced = ({ cluster, namespace }: DeploymentName) =>
    deployments.some(
      said =>
        isThere(said) &&
        said.cluster === cluster &&
        said.deployment.namespace === namespace,
    );
  const absent = known
    .filter(place => !present.some(each => isSame(each, place)))
    .flatMap((place): Observation[] => {
      const cluster = clusters.find(({ name }) => name === place.cluster);
      if (!cluster || isReplaced(place)) {
        return [];
      }
      const isGone =
        cluster.condition === 'Current' && severities.includes(GONE_SEVERITY);
      return [{ ...place, seen: isGone ? 'unhealthy' : undefined }];
    });
  return [...present, ...absent];
}
