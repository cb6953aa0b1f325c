import {
  ContainerStatus,
  Health,
  healthSchema,
  PodStatus,
  worstHealth,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { healthOf } from '../health/objectHealth';
import { byText } from '../objects/byText';
import { referenceTo } from '../objects/KubernetesObject';
import type { Pod } from '../objects/Pod';
import { textAt, timestamp } from '../objects/read';
import { controllerOf } from '../objects/Snapshot';
import { currentReplicaSet, revisionOf } from '../rollout/revisions';
import { duration, withMessage } from '../texts';
import { describeContainer } from './describeContainer';
import { isUnreachable } from './unreachable';

function judge(
  pod: Pod,
  containers: readonly ContainerStatus[],
  now: number,
): [Health, string] {
  const { object, finished } = pod;
  if (object.deletedAt !== undefined) {
    const overdue = now - object.deletedAt;
    return [
      'Progressing',
      overdue > 0
        ? `It should have ended ${duration(overdue)} ago.`
        : 'It is being ended.',
    ];
  }
  if (isUnreachable(pod)) {
    return ['Unknown', 'Its node does not report.'];
  }
  const own = healthOf(object, now);
  if (finished) {
    return [own.health, withMessage(own.reason, own.message)];
  }
  const health = worstHealth([
    own.health,
    ...containers.map(container => container.health),
  ]);
  if (health === 'Healthy') {
    const ready = containers.filter(each => each.ready).length;
    return [
      health,
      `It is ready: ${ready} of ${containers.length} containers are.`,
    ];
  }
  const cause = containers.find(container => container.health === health);
  return [
    health,
    // Before it has a node the pod says why no container starts.
    cause === undefined || cause.state.type === 'unknown'
      ? withMessage(own.reason, own.message)
      : `${cause.name}: ${cause.sentence}`,
  ];
}

function describePod(
  pod: Pod,
  { snapshot, now }: DeploymentContext,
  current: ReturnType<typeof currentReplicaSet>,
): PodStatus {
  const { object, phase, ready } = pod;
  const owner = controllerOf(object);
  const replicaSet =
    owner && snapshot.find('apps', 'ReplicaSet', object.namespace, owner.name);
  const containers = pod.containers.map(container =>
    describeContainer(container, pod, now),
  );
  const [health, sentence] = judge(
    pod,
    containers.filter(({ kind }) => kind !== 'init' || !ready),
    now,
  );
  return {
    object: referenceTo(object),
    node: textAt(object.json, 'spec', 'nodeName') || undefined,
    createdAt: timestamp(object.createdAt),
    deletedAt: timestamp(object.deletedAt),
    revision: replicaSet && revisionOf(replicaSet),
    current: replicaSet && current && replicaSet === current,
    phase,
    ready,
    health,
    sentence,
    containers,
  };
}

const rank = (health: Health) => healthSchema.options.indexOf(health);

/** The pods of a Deployment. Those that ended come last; of the others those that are not well first, then newest first. */
export function describePods(context: DeploymentContext): PodStatus[] {
  const current = currentReplicaSet(context);
  return context.pods
    .map(pod => ({ pod, status: describePod(pod, context, current) }))
    .sort(
      (
        { pod: a, status: { health: ofA } },
        { pod: b, status: { health: ofB } },
      ) =>
        Number(a.finished) - Number(b.finished) ||
        rank(ofB) - rank(ofA) ||
        (b.object.createdAt ?? 0) - (a.object.createdAt ?? 0) ||
        byText(a.object.name, b.object.name),
    )
    .map(({ status }) => status);
}
