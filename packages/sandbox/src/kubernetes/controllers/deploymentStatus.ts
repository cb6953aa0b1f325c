import { timeText } from '../objects/KubernetesObject';
import { rolloutBounds } from './rollingUpdate';
import type { Condition, Deployment, ReplicaSet } from './workloads';

const count = (
  sets: readonly ReplicaSet[],
  field: keyof ReplicaSet['status'],
) => sets.reduce((sum, { status }) => sum + (status[field] ?? 0), 0);

function condition(
  conditions: readonly Condition[],
  next: Condition,
  now: number,
  isUpdate: boolean,
): Condition[] {
  const before = conditions.find(({ type }) => type === next.type);
  const others = conditions.filter(each => each !== before);
  const isSame =
    before?.status === next.status && before.reason === next.reason;
  if (before && isSame && !isUpdate) {
    return [...conditions];
  }
  const time = timeText(now);
  return [
    ...others,
    {
      ...next,
      lastUpdateTime: time,
      lastTransitionTime:
        before?.status === next.status
          ? before.lastTransitionTime ?? time
          : time,
    },
  ];
}

/**
 * The status of a Deployment, in the words of the Deployment controller.
 *
 * @param options - `current` is the ReplicaSet of the template, absent while a changed template is paused; `now` is in
 *   milliseconds since the epoch
 */
export function deploymentStatus(options: {
  deployment: Deployment;
  current: ReplicaSet | undefined;
  all: readonly ReplicaSet[];
  now: number;
}): Deployment['status'] {
  const { deployment, current, all, now } = options;
  const { metadata, spec, status: before } = deployment;
  const updated = all.filter(
    each => each.metadata.uid === current?.metadata.uid,
  );
  const counts = {
    replicas: count(all, 'replicas'),
    updatedReplicas: count(updated, 'replicas'),
    readyReplicas: count(all, 'readyReplicas'),
    availableReplicas: count(all, 'availableReplicas'),
  };
  const unavailableReplicas = Math.max(
    0,
    Math.max(spec.replicas, counts.replicas) - counts.availableReplicas,
  );
  const isComplete =
    counts.updatedReplicas === spec.replicas &&
    counts.replicas === spec.replicas &&
    counts.availableReplicas === spec.replicas;
  const isProgress =
    counts.updatedReplicas > (before.updatedReplicas ?? 0) ||
    counts.replicas - counts.updatedReplicas <
      (before.replicas ?? 0) - (before.updatedReplicas ?? 0) ||
    counts.readyReplicas > (before.readyReplicas ?? 0) ||
    counts.availableReplicas > (before.availableReplicas ?? 0);

  const hasMinimum = counts.availableReplicas >= rolloutBounds(spec).least;
  let conditions = condition(
    before.conditions ?? [],
    {
      type: 'Available',
      status: hasMinimum ? 'True' : 'False',
      reason: hasMinimum
        ? 'MinimumReplicasAvailable'
        : 'MinimumReplicasUnavailable',
      message: hasMinimum
        ? 'Deployment has minimum availability.'
        : 'Deployment does not have minimum availability.',
    },
    now,
    false,
  );
  const progressing = conditions.find(({ type }) => type === 'Progressing');
  const set = current?.metadata.name ?? '';
  const since = Date.parse(progressing?.lastUpdateTime ?? '');
  const isOver =
    now - since > spec.progressDeadlineSeconds * 1000 &&
    progressing?.reason !== 'NewReplicaSetAvailable';
  const next = (
    status: Condition['status'],
    reason: string,
    message: string,
  ) => ({ type: 'Progressing', status, reason, message });
  if (spec.paused) {
    conditions = condition(
      conditions,
      next('Unknown', 'DeploymentPaused', 'Deployment is paused'),
      now,
      false,
    );
  } else if (progressing?.reason === 'DeploymentPaused') {
    conditions = condition(
      conditions,
      next('Unknown', 'DeploymentResumed', 'Deployment is resumed'),
      now,
      false,
    );
  } else if (isComplete) {
    conditions = condition(
      conditions,
      next(
        'True',
        'NewReplicaSetAvailable',
        `ReplicaSet "${set}" has successfully progressed.`,
      ),
      now,
      false,
    );
  } else if (progressing === undefined) {
    conditions = condition(
      conditions,
      next('True', 'NewReplicaSetCreated', `Created new replica set "${set}"`),
      now,
      true,
    );
  } else if (isProgress) {
    conditions = condition(
      conditions,
      next('True', 'ReplicaSetUpdated', `ReplicaSet "${set}" is progressing.`),
      now,
      true,
    );
  } else if (
    progressing.reason === 'NewReplicaSetAvailable' &&
    counts.updatedReplicas < spec.replicas
  ) {
    // Another template, or more replicas.
    conditions = condition(
      conditions,
      next('True', 'ReplicaSetUpdated', `ReplicaSet "${set}" is progressing.`),
      now,
      true,
    );
  } else if (isOver) {
    conditions = condition(
      conditions,
      next(
        'False',
        'ProgressDeadlineExceeded',
        `ReplicaSet "${set}" has timed out progressing.`,
      ),
      now,
      false,
    );
  }
  const shown = Object.fromEntries(
    Object.entries({ ...counts, unavailableReplicas }).filter(
      ([, value]) => value > 0,
    ),
  );
  return {
    ...(metadata.generation !== undefined && {
      observedGeneration: metadata.generation,
    }),
    ...shown,
    conditions,
  };
}
