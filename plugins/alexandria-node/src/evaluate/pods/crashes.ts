import { waitingProblem } from '../objects/waitingReasons';
import type { Container, Pod, Termination } from '../objects/Pod';
import { kubectl, quoted, termination } from '../texts';

/** The kubelet forgets its back-off after a container has run for so long. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

/** The end of a container that matters now: of the run that ended, else of the one before. */
export const lastEnd = ({ terminated, lastTerminated }: Container) =>
  terminated ?? lastTerminated;

/** Whether an end is so recent that the kubelet still counts it. An end without a time is. */
export const isRecent = (end: Termination, now: number) =>
  end.finishedAt === undefined || now - end.finishedAt < FORGOTTEN_AFTER_MS;

/**
 * Whether a container crashes again and again. Between two crashes it runs for a while: so it counts as crash-looping
 * as long as it is not ready and has ended more than once within the time that the kubelet remembers.
 */
export function isCrashLooping(container: Container, now: number): boolean {
  const { waiting, terminated, ready, restarts } = container;
  if (waiting !== undefined) {
    return waitingProblem(waiting.reason) === 'crashLoop';
  }
  const end = lastEnd(container);
  if (end === undefined || end.exitCode === 0 || ready) {
    return false;
  }
  return terminated !== undefined || (restarts > 1 && isRecent(end, now));
}

export const isOutOfMemory = (container: Container) =>
  lastEnd(container)?.reason === 'OOMKilled';

/** What the last run said at its end, for a cause. */
export function endText(container: Container): string {
  const end = lastEnd(container);
  if (end === undefined) {
    return 'How it ended is not known.';
  }
  const said = quoted(end.message);
  return `It ended with ${termination(end)}${said === '' ? '' : `: ${said}`}.`;
}

export const timesText = (restarts: number) =>
  restarts === 1 ? 'once' : `${restarts} times`;

/** The logs of the run that ended. */
export const previousLogs = ({ object }: Pod, { name }: Container) =>
  kubectl(object, 'logs', object.name, '-c', name, '--previous');
