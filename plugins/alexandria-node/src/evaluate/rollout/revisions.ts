import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';

/** Where the Deployment controller keeps the number of a revision, and those that a ReplicaSet had before a rollback. */
const REVISION = 'deployment.kubernetes.io/revision';
const HISTORY = 'deployment.kubernetes.io/revision-history';

const readNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** The number of the revision that an object is, or has now; undefined while the controller has not set it. */
export const revisionOf = ({ annotations }: KubernetesObject) =>
  readNumber(annotations[REVISION]);

/** The numbers that a ReplicaSet had before, oldest first: a rollback takes it up again under a new one. */
export const formerRevisions = ({ annotations }: KubernetesObject): number[] =>
  (annotations[HISTORY] ?? '')
    .split(',')
    .flatMap(text => readNumber(text.trim()) ?? []);

/** The ReplicaSet of what the Deployment asks for now: the one of its own revision, else the one with the highest. */
export function currentReplicaSet({
  deployment,
  replicaSets,
}: DeploymentContext): KubernetesObject | undefined {
  const highest = Math.max(
    ...replicaSets.map(each => revisionOf(each) ?? -Infinity),
  );
  const revision = revisionOf(deployment) ?? highest;
  return replicaSets.find(each => revisionOf(each) === revision);
}
