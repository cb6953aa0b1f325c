import { conditionOf } from '../objects/conditions';
import { Container, Pod, readPod, Termination } from '../objects/Pod';
import { waitingProblem } from '../objects/waitingReasons';
import {
  degraded,
  HealthCheck,
  healthy,
  ObjectHealth,
  progressing,
  unknown,
} from './HealthCheck';

/** How long a pod may be without a node before that is a failure; kstatus' `ScheduleWindow`. */
const SCHEDULE_WINDOW_MS = 15_000;

const failed = ({ terminated }: Container) =>
  terminated !== undefined && terminated.exitCode !== 0;

function terminationText(name: string, end: Termination): string {
  if (end.message !== '') {
    return end.message;
  }
  if (end.reason === 'OOMKilled') {
    return `${name} was killed for using too much memory`;
  }
  return `${name} ended with exit code ${end.exitCode ?? 'unknown'}`;
}

/** A container that keeps a pod of a Deployment from running. */
function brokenContainer({ containers }: Pod): ObjectHealth | undefined {
  for (const container of containers) {
    const { waiting } = container;
    if (waiting !== undefined && waitingProblem(waiting.reason) !== undefined) {
      return degraded(
        waiting.reason,
        `${container.name}: ${waiting.message || waiting.reason}`,
      );
    }
    if (container.kind === 'init' && failed(container)) {
      return degraded(
        'InitContainerFailed',
        terminationText(container.name, container.terminated!),
      );
    }
  }
  return undefined;
}

function finishedHealth(pod: Pod): ObjectHealth {
  if (pod.phase === 'Succeeded') {
    return healthy('Succeeded', pod.message);
  }
  const container = pod.containers.find(failed);
  return degraded(
    pod.reason || 'Failed',
    pod.message ||
      (container?.terminated === undefined
        ? 'The pod failed'
        : terminationText(container.name, container.terminated)),
  );
}

function pendingHealth({ object, message }: Pod, now: number): ObjectHealth {
  const scheduled = conditionOf(object.json, 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    return now - (object.createdAt ?? 0) < SCHEDULE_WINDOW_MS
      ? progressing('Unschedulable', 'Not scheduled yet')
      : degraded('Unschedulable', scheduled.message || 'No node takes the pod');
  }
  return progressing('Pending', message || scheduled?.message || '');
}

function runningHealth(pod: Pod, endless: boolean): ObjectHealth {
  if (!endless) {
    return progressing('Running', pod.message);
  }
  if (pod.ready) {
    return healthy('Ready', pod.message);
  }
  const restarted = pod.containers.find(
    ({ kind, lastTerminated }) => kind !== 'init' && lastTerminated,
  );
  if (restarted?.lastTerminated !== undefined) {
    return degraded(
      'ContainerTerminated',
      pod.message || terminationText(restarted.name, restarted.lastTerminated),
    );
  }
  const unready = conditionOf(pod.object.json, 'Ready');
  return progressing(
    unready?.reason || 'NotReady',
    pod.message || unready?.message || 'Not ready yet',
  );
}

/**
 * A pod as Argo CD reads it, and further: an init container that fails makes it Degraded at once, and so does a name of
 * an image that is not valid, and no node to run on, as in kstatus.
 *
 * Pods that are not restarted for ever are those of Jobs: they are judged by how they end. Argo CD's annotation
 * `argocd.argoproj.io/ignore-restart-policy` lifts that.
 */
export const podHealth: HealthCheck = (object, now) => {
  const pod = readPod(object);
  const isHook =
    Object.hasOwn(object.annotations, 'argocd.argoproj.io/hook') ||
    Object.hasOwn(object.annotations, 'helm.sh/hook');
  const endless =
    pod.restartPolicy === 'Always' ||
    (!isHook &&
      object.annotations['argocd.argoproj.io/ignore-restart-policy'] ===
        'true');
  const broken = endless && !pod.finished ? brokenContainer(pod) : undefined;
  if (broken !== undefined) {
    return broken;
  }
  switch (pod.phase) {
    case 'Succeeded':
    case 'Failed':
      return finishedHealth(pod);
    case 'Pending':
      return pendingHealth(pod, now);
    case 'Running':
      return runningHealth(pod, endless);
    case '':
      return progressing('NotObserved', 'No node has seen the pod yet');
    default:
      return unknown(
        pod.reason || 'PhaseUnknown',
        pod.message || `The phase is ${pod.phase}`,
      );
  }
};
