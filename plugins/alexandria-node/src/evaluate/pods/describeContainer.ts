import type {
  ContainerStatus,
  Health,
  TerminationStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Container, Pod, Termination } from '../objects/Pod';
import { timestamp } from '../objects/read';
import { waitingProblem } from '../objects/waitingReasons';
import { duration, quoted, withMessage } from '../texts';
import { roleOf } from './componentVersions';
import { endText, isCrashLooping, timesText } from './crashes';

/** Absent rather than empty. */
const textOrNone = (text: string) => quoted(text) || undefined;

const describeTermination = (end: Termination): TerminationStatus => ({
  exitCode: end.exitCode,
  signal: end.signal,
  reason: textOrNone(end.reason),
  message: textOrNone(end.message),
  startedAt: timestamp(end.startedAt),
  finishedAt: timestamp(end.finishedAt),
});

function stateOf(container: Container): ContainerStatus['state'] {
  const { waiting, running, terminated, lastTerminated } = container;
  if (waiting !== undefined) {
    return {
      type: 'waiting',
      reason: textOrNone(waiting.reason),
      message: textOrNone(waiting.message),
      since: timestamp(lastTerminated?.finishedAt),
    };
  }
  if (running !== undefined) {
    return { type: 'running', since: timestamp(running.startedAt) };
  }
  return terminated === undefined
    ? { type: 'unknown' }
    : {
        type: 'terminated',
        reason: textOrNone(terminated.reason),
        message: textOrNone(terminated.message),
        exitCode: terminated.exitCode,
        since: timestamp(terminated.finishedAt),
      };
}

function judge(
  container: Container,
  { finished }: Pod,
  now: number,
): [Health, string] {
  const { kind, waiting, running, terminated, ready } = container;
  const problem = waiting && waitingProblem(waiting.reason);
  if (isCrashLooping(container, now) && !finished) {
    return ['Degraded', `It crashes again and again. ${endText(container)}`];
  }
  if (waiting !== undefined) {
    return problem === undefined
      ? ['Progressing', withMessage('It waits to be started', waiting.reason)]
      : [
          'Degraded',
          withMessage(`It cannot start, ${waiting.reason}`, waiting.message),
        ];
  }
  if (running !== undefined) {
    if (kind === 'init') {
      return ['Progressing', 'It runs, and the others wait for its end.'];
    }
    return ready
      ? ['Healthy', 'It runs and is ready.']
      : [
          'Progressing',
          'It runs and is not ready: its probe has not succeeded.',
        ];
  }
  if (terminated === undefined) {
    return ['Progressing', 'It has not been started.'];
  }
  if (terminated.exitCode !== 0) {
    return ['Degraded', endText(container)];
  }
  return kind === 'init' || finished
    ? ['Healthy', 'It has done its work.']
    : ['Progressing', 'It ended and is to be started again.'];
}

/** What a container ran through before, where that is not told already. */
function historyText(
  { running, restarts, lastTerminated }: Container,
  now: number,
): string {
  if (running === undefined || restarts === 0) {
    return '';
  }
  const at = lastTerminated?.finishedAt;
  const last = at === undefined ? '' : `, last ${duration(now - at)} ago`;
  return ` It was restarted ${timesText(restarts)}${last}.`;
}

/** One container of a pod, and what to make of it. */
export function describeContainer(
  container: Container,
  pod: Pod,
  now: number,
): ContainerStatus {
  const { name, kind, image, ready, restarts, lastTerminated } = container;
  const [health, sentence] = judge(container, pod, now);
  return {
    name,
    role: kind === 'container' ? roleOf(name) : undefined,
    kind,
    image,
    state: stateOf(container),
    ready,
    restarts,
    lastRestartAt:
      restarts > 0 ? timestamp(lastTerminated?.finishedAt) : undefined,
    lastTermination: lastTerminated && describeTermination(lastTerminated),
    health,
    sentence: `${sentence}${historyText(container, now)}`,
  };
}
