import type { Health } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import type { Judgement } from '../judgementsOf';
import { conditionOf } from '../objects/conditions';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';
import { currentReplicaSet, formerRevisions } from '../rollout/revisions';
import { autoscalerConditions } from './autoscalerHealth';

type Time = number | undefined;

const known = (times: readonly Time[]) =>
  times.filter((time): time is number => time !== undefined);

const earliest = (times: readonly Time[]): Time =>
  known(times).sort((a, b) => a - b)[0];

const latest = (times: readonly Time[]): Time =>
  known(times).sort((a, b) => b - a)[0];

/** Since when a pod has not been ready; undefined when it is, or does not say. */
function unreadySince({ json, createdAt }: KubernetesObject): Time {
  const ready = conditionOf(json, 'Ready');
  if (ready?.status === 'True') {
    return undefined;
  }
  // One that has never run has never been ready.
  const neverRan = textAt(json, 'status', 'phase') === 'Pending';
  return ready?.since ?? (neverRan ? createdAt : undefined);
}

/** Since when pods are missing, or a new revision is on its way. */
function progressingSince(context: DeploymentContext): Time {
  const rollout = conditionOf(context.deployment.json, 'Progressing');
  if (rollout === undefined || rollout.reason === 'NewReplicaSetAvailable') {
    return earliest(
      context.activePods.map(({ object }) => unreadySince(object)),
    );
  }
  const replicaSet = currentReplicaSet(context);
  // The age of one that a rollback took up again says nothing of this rollout.
  const isNew =
    replicaSet !== undefined && formerRevisions(replicaSet).length === 0;
  return earliest([
    rollout.updatedAt,
    isNew ? replicaSet.createdAt : undefined,
  ]);
}

/** Since when the rollout, by the Deployment's own status, is as it is. */
function rolloutSince(context: DeploymentContext): Time {
  const { rollout, deployment } = context;
  if (rollout.health === 'Progressing') {
    return progressingSince(context);
  }
  return ['Progressing', 'ReplicaFailure']
    .map(type => conditionOf(deployment.json, type))
    .find(condition => condition?.reason === rollout.reason)?.since;
}

function judgementSince(
  { snapshot }: DeploymentContext,
  { finding, since }: Judgement,
): Time {
  const { object, evidence } = finding;
  const found = snapshot.referred(object);
  if (since !== undefined || found === undefined) {
    return since;
  }
  const condition =
    evidence.condition === undefined
      ? undefined
      : conditionOf(found.json, evidence.condition);
  return (
    condition?.since ?? (found.kind === 'Pod' ? unreadySince(found) : undefined)
  );
}

/** Since when nothing at hand has been in the way: the last of what had to become well. */
function healthySince({
  deployment,
  activePods,
  autoscalers,
}: DeploymentContext): Time {
  const rollout = conditionOf(deployment.json, 'Progressing');
  const conditions = [
    conditionOf(deployment.json, 'Available'),
    ...activePods.map(({ object }) => conditionOf(object.json, 'Ready')),
    ...autoscalers.flatMap(object =>
      (autoscalerConditions(object) ?? []).filter(
        ({ type }) => type !== 'ScalingLimited',
      ),
    ),
  ];
  return latest([
    rollout?.reason === 'NewReplicaSetAvailable'
      ? rollout.updatedAt
      : undefined,
    ...conditions.map(condition =>
      condition?.status === 'True' ? condition.since : undefined,
    ),
  ]);
}

/**
 * Since when the health of a Deployment is what it is, in milliseconds since the epoch, from what its objects say: so
 * that it is the same after the portal was restarted. Of what is well, the moment at which the last of it became so; of
 * what is not, the moment at which the first began that still lasts and says when. Undefined when nothing says.
 */
export const healthSince = (
  context: DeploymentContext,
  health: Health,
  judged: readonly Judgement[],
): Time =>
  health === 'Healthy'
    ? healthySince(context)
    : earliest([
        context.rollout.health === health ? rolloutSince(context) : undefined,
        ...judged
          .filter(each => each.health === health)
          .map(each => judgementSince(context, each)),
      ]);
