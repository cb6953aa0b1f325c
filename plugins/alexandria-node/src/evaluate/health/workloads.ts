import { conditionOf } from '../objects/conditions';
import { integerAt, textAt, valueAt } from '../objects/read';
import {
  degraded,
  HealthCheck,
  healthy,
  progressing,
  suspended,
} from './HealthCheck';

/** The number at a path of the status; 0 when the controller has not written it. */
const counted = (json: unknown, field: string) =>
  integerAt(json, 'status', field) ?? 0;

/** Replicas that a spec asks for; the API server's default is 1. */
const wantedReplicas = (json: unknown) =>
  integerAt(json, 'spec', 'replicas') ?? 1;

const notObserved = (kind: string) =>
  progressing(
    'GenerationNotObserved',
    `The controller has not seen the latest change of the ${kind}`,
  );

/**
 * A Deployment as Argo CD and kstatus together read it: Healthy only where both say so. Zero replicas are Suspended,
 * which neither knows.
 */
export const deploymentHealth: HealthCheck = ({ json, generation }) => {
  if (valueAt(json, 'spec', 'paused') === true) {
    return suspended('DeploymentPaused', 'The rollout is paused');
  }
  if ((generation ?? 0) > counted(json, 'observedGeneration')) {
    return notObserved('Deployment');
  }
  const rollout = conditionOf(json, 'Progressing');
  if (rollout?.reason === 'ProgressDeadlineExceeded') {
    return degraded(rollout.reason, rollout.message);
  }
  const failure = conditionOf(json, 'ReplicaFailure');
  if (failure?.status === 'True') {
    return degraded(failure.reason || 'ReplicaFailure', failure.message);
  }
  const wanted = wantedReplicas(json);
  const replicas = counted(json, 'replicas');
  const updated = counted(json, 'updatedReplicas');
  const available = counted(json, 'availableReplicas');
  const ready = counted(json, 'readyReplicas');
  if (updated < wanted) {
    return progressing(
      'LessUpdated',
      `${updated} of ${wanted} replicas have been updated`,
    );
  }
  if (replicas > updated) {
    return progressing(
      'OldReplicasLeft',
      `${replicas - updated} old replicas have yet to end`,
    );
  }
  if (replicas > wanted) {
    return progressing(
      'ExtraReplicas',
      `${replicas - wanted} replicas too many have yet to end`,
    );
  }
  if (wanted === 0) {
    return suspended('ScaledToZero', 'No replica is wanted');
  }
  if (replicas < wanted) {
    return progressing('LessReplicas', `${replicas} of ${wanted} replicas`);
  }
  if (available < updated) {
    return progressing(
      'LessAvailable',
      `${available} of ${updated} updated replicas are available`,
    );
  }
  if (ready < wanted) {
    return progressing('LessReady', `${ready} of ${wanted} replicas are ready`);
  }
  const minimum = conditionOf(json, 'Available');
  if (minimum !== undefined && minimum.status !== 'True') {
    return progressing(
      minimum.reason || 'NotAvailable',
      minimum.message || 'The Deployment is not available',
    );
  }
  if (
    integerAt(json, 'spec', 'progressDeadlineSeconds') !== undefined &&
    rollout !== undefined &&
    !(rollout.status === 'True' && rollout.reason === 'NewReplicaSetAvailable')
  ) {
    return progressing(
      'ReplicaSetNotAvailable',
      rollout.message || 'The new ReplicaSet is not available yet',
    );
  }
  return healthy(
    'MinimumReplicasAvailable',
    `${available} of ${wanted} replicas are available`,
  );
};

/** A ReplicaSet. A failure to create pods is Degraded, as in Argo CD; kstatus calls it in progress. */
export const replicaSetHealth: HealthCheck = ({ json, generation }) => {
  if ((generation ?? 0) > counted(json, 'observedGeneration')) {
    return notObserved('ReplicaSet');
  }
  const failure = conditionOf(json, 'ReplicaFailure');
  if (failure?.status === 'True') {
    return degraded(failure.reason || 'ReplicaFailure', failure.message);
  }
  const wanted = wantedReplicas(json);
  const replicas = counted(json, 'replicas');
  const available = counted(json, 'availableReplicas');
  const ready = counted(json, 'readyReplicas');
  if (available < wanted) {
    return progressing(
      'LessAvailable',
      `${available} of ${wanted} replicas are available`,
    );
  }
  if (ready < wanted) {
    return progressing('LessReady', `${ready} of ${wanted} replicas are ready`);
  }
  if (replicas > wanted) {
    return progressing(
      'ExtraReplicas',
      `${replicas - wanted} replicas too many have yet to end`,
    );
  }
  return healthy(
    'ReplicasAvailable',
    `${available} of ${wanted} replicas are available`,
  );
};

/** A StatefulSet: what Argo CD asks, and that no replica is missing or too many, as kstatus does. */
export const statefulSetHealth: HealthCheck = ({ json, generation }) => {
  const observed = counted(json, 'observedGeneration');
  if (observed === 0 || (generation ?? 0) > observed) {
    return notObserved('StatefulSet');
  }
  const wanted = wantedReplicas(json);
  const replicas = counted(json, 'replicas');
  const ready = counted(json, 'readyReplicas');
  const updated = counted(json, 'updatedReplicas');
  if (ready < wanted) {
    return progressing('LessReady', `${ready} of ${wanted} replicas are ready`);
  }
  const strategy = textAt(json, 'spec', 'updateStrategy', 'type');
  if (strategy === 'OnDelete') {
    return healthy('OnDelete', `${ready} replicas are ready`);
  }
  if (replicas > wanted) {
    return progressing(
      'ExtraReplicas',
      `${replicas - wanted} replicas too many have yet to end`,
    );
  }
  const partition = integerAt(
    json,
    ...['spec', 'updateStrategy', 'rollingUpdate', 'partition'],
  );
  if (partition !== undefined) {
    return updated < wanted - partition
      ? progressing(
          'PartitionRollout',
          `${updated} of ${wanted - partition} replicas have been updated`,
        )
      : healthy('PartitionRolledOut', `${updated} replicas have been updated`);
  }
  const current = counted(json, 'currentReplicas');
  const revision = textAt(json, 'status', 'currentRevision');
  if (revision !== textAt(json, 'status', 'updateRevision')) {
    return progressing(
      'RevisionMismatch',
      `${updated} of ${wanted} replicas have been updated`,
    );
  }
  if (current < wanted) {
    return progressing(
      'LessCurrent',
      `${current} of ${wanted} replicas are of the current revision`,
    );
  }
  return healthy('ReplicasReady', `${ready} of ${wanted} replicas are ready`);
};

/** A DaemonSet: what Argo CD and kstatus ask. With `OnDelete` people update pods, so old ones are no rollout. */
export const daemonSetHealth: HealthCheck = ({ json, generation }) => {
  const observed = integerAt(json, 'status', 'observedGeneration');
  if (observed === undefined || (generation ?? 0) > observed) {
    return notObserved('DaemonSet');
  }
  const wanted = integerAt(json, 'status', 'desiredNumberScheduled');
  if (wanted === undefined) {
    return progressing(
      'NotCounted',
      'The controller has not counted nodes yet',
    );
  }
  const updated = counted(json, 'updatedNumberScheduled');
  if (textAt(json, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return healthy('OnDelete', `${updated} of ${wanted} pods are updated`);
  }
  const checks: [string, string, string][] = [
    ['currentNumberScheduled', 'LessScheduled', 'scheduled'],
    ['updatedNumberScheduled', 'LessUpdated', 'updated'],
    ['numberAvailable', 'LessAvailable', 'available'],
    ['numberReady', 'LessReady', 'ready'],
  ];
  for (const [field, reason, word] of checks) {
    if (counted(json, field) < wanted) {
      return progressing(
        reason,
        `${counted(json, field)} of ${wanted} pods are ${word}`,
      );
    }
  }
  return healthy('PodsReady', `${wanted} of ${wanted} pods are ready`);
};
