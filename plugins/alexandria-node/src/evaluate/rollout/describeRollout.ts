import type {
  Health,
  RevisionStatus,
  RolloutStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { byText } from '../objects/byText';
import { Condition, conditionOf, conditionsOf } from '../objects/conditions';
import { describeCondition } from '../objects/conditionTexts';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { Json, integerAt, textAt, timestamp, valueAt } from '../objects/read';
import { describeImages } from '../pods/describeImages';
import { quoted, withMessage } from '../texts';
import { revisionChanges } from './revisionChanges';
import { currentReplicaSet, formerRevisions, revisionOf } from './revisions';

/** By the reasons of the Deployment controller (`pkg/controller/deployment/util`). */
const WORDS: Readonly<Record<string, string>> = {
  MinimumReplicasAvailable: 'As many replicas are available as have to be.',
  MinimumReplicasUnavailable: 'Fewer replicas are available than have to be.',
  NewReplicaSetAvailable: 'The current revision is rolled out.',
  NewReplicaSetCreated: 'A new revision has been made.',
  FoundNewReplicaSet: 'The ReplicaSet of the current revision was there.',
  ReplicaSetUpdated: 'Pods of the current revision take over.',
  ProgressDeadlineExceeded:
    'The rollout has made no progress within its deadline.',
  DeploymentPaused: 'The rollout is paused.',
  DeploymentResumed: 'The rollout was resumed.',
};

function healthOfCondition({ type, status, reason }: Condition): Health {
  if (reason === 'ProgressDeadlineExceeded') {
    return 'Degraded';
  }
  if (reason === 'DeploymentPaused') {
    return 'Suspended';
  }
  if (type === 'ReplicaFailure') {
    return status === 'True' ? 'Degraded' : 'Healthy';
  }
  const isDone =
    status === 'True' &&
    (type !== 'Progressing' || reason === 'NewReplicaSetAvailable');
  return isDone ? 'Healthy' : 'Progressing';
}

/** A count or a share of replicas. */
const amountAt = (json: Json, field: string): string | undefined =>
  textAt(json, field) || integerAt(json, field)?.toString();

function strategyOf({ deployment }: DeploymentContext) {
  const strategy = valueAt(deployment.json, 'spec', 'strategy');
  const type = textAt(strategy, 'type') || 'RollingUpdate';
  const rolling = valueAt(strategy, 'rollingUpdate');
  return type === 'RollingUpdate'
    ? {
        type,
        maxSurge: amountAt(rolling, 'maxSurge'),
        maxUnavailable: amountAt(rolling, 'maxUnavailable'),
      }
    : { type };
}

const revisionName = (revision: number | undefined) =>
  revision === undefined ? 'The current revision' : `Revision ${revision}`;

function sentenceOf({ deployment, rollout }: DeploymentContext): string {
  const { health, reason, message } = rollout;
  const name = revisionName(revisionOf(deployment));
  const isRolledOut =
    conditionOf(deployment.json, 'Progressing')?.reason ===
    'NewReplicaSetAvailable';
  if (health === 'Suspended' || reason === 'GenerationNotObserved') {
    return withMessage(message, '');
  }
  if (health === 'Degraded') {
    return withMessage(`${name} is stuck, ${reason}`, message);
  }
  return withMessage(
    health === 'Healthy' || isRolledOut
      ? `${name} is rolled out`
      : `${name} is on its way`,
    message,
  );
}

/** By number; what has none is newer than all that have one. */
const newestFirst = (a: KubernetesObject, b: KubernetesObject) => {
  const number = (object: KubernetesObject) =>
    revisionOf(object) ?? Number.MAX_SAFE_INTEGER;
  return (
    number(b) - number(a) ||
    (b.createdAt ?? 0) - (a.createdAt ?? 0) ||
    byText(a.name, b.name)
  );
};

function describeRevision(
  replicaSet: KubernetesObject,
  before: KubernetesObject | undefined,
  current: boolean,
): RevisionStatus {
  const { json, annotations } = replicaSet;
  const counted = (field: string) => integerAt(json, 'status', field) ?? 0;
  return {
    number: revisionOf(replicaSet),
    formerNumbers: formerRevisions(replicaSet),
    replicaSet: referenceTo(replicaSet),
    createdAt: timestamp(replicaSet.createdAt),
    current,
    images: describeImages(valueAt(json, 'spec', 'template')),
    replicas: {
      wanted: integerAt(json, 'spec', 'replicas') ?? 1,
      present: counted('replicas'),
      ready: counted('readyReplicas'),
      available: counted('availableReplicas'),
    },
    changeCause:
      quoted(annotations['kubernetes.io/change-cause'] ?? '') || undefined,
    changes:
      before === undefined || revisionOf(replicaSet) === undefined
        ? []
        : revisionChanges(before, replicaSet),
  };
}

/** How far the rollout of a Deployment is, and its revisions, newest first. */
export function describeRollout(context: DeploymentContext): RolloutStatus {
  const { deployment, rollout, replicaSets } = context;
  const current = currentReplicaSet(context);
  const revisions = [...replicaSets].sort(newestFirst);
  return {
    strategy: strategyOf(context),
    paused: valueAt(deployment.json, 'spec', 'paused') === true,
    revision: revisionOf(deployment),
    health: rollout.health,
    sentence: sentenceOf(context),
    conditions: conditionsOf(deployment.json).map(condition =>
      describeCondition(condition, healthOfCondition(condition), WORDS),
    ),
    revisions: revisions.map((replicaSet, index) =>
      describeRevision(
        replicaSet,
        revisions.at(index + 1),
        replicaSet === current,
      ),
    ),
  };
}
