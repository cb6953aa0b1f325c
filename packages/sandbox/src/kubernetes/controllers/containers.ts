import { createHash } from 'node:crypto';
import { timeText } from '../objects/KubernetesObject';
import {
  failureOf,
  INIT_MS,
  PULL_MS,
  pullProblem,
  startMs,
  type Failure,
} from './behaviour';
import type {
  Container,
  ContainerState,
  ContainerStatus,
  Pod,
  Terminated,
} from './workloads';

/** The kubelet waits 10 s before the first restart, twice as long before each further one, and never more than 5 minutes. */
const FIRST_BACKOFF_MS = 10_000;
const LONGEST_BACKOFF_MS = 300_000;

/** How long one failure to pull is told before the back-off is, in milliseconds. */
const PULL_ERROR_MS = 3_000;

export const backoffMs = (restarts: number) =>
  Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(restarts, 10));

/** As Go writes a duration: `2m40s`. */
export function goDuration(ms: number): string {
  const [minutes, seconds] = [Math.floor(ms / 60_000), (ms % 60_000) / 1000];
  return minutes === 0 ? `${seconds}s` : `${minutes}m${seconds}s`;
}

const digestOf = (image: string) =>
  `sha256:${createHash('sha256').update(image).digest('hex')}`;

function imageIdOf(image: string): string {
  const [name, digest] = image.split('@');
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash);
  const repository = colon < 0 ? name : name.slice(0, colon);
  return `${repository}@${digest ?? digestOf(image)}`;
}

const base = ({ name, image }: Container) => ({
  ...{ name, image, imageID: '', ready: false, started: false },
  restartCount: 0,
  lastState: {},
});

/** A container that has not been made. */
export const waitingStatus = (
  container: Container,
  reason: string,
  message?: string,
): ContainerStatus => ({
  ...base(container),
  state: { waiting: { reason, ...(message === undefined ? {} : { message }) } },
});

function pullingState(
  { image }: Container,
  since: number,
  now: number,
): ContainerState | undefined {
  if (now - since < PULL_MS) {
    return { waiting: { reason: 'ContainerCreating' } };
  }
  const problem = pullProblem(image);
  if (problem === undefined) {
    return undefined;
  }
  return now - since < PULL_MS + PULL_ERROR_MS
    ? { waiting: { reason: 'ErrImagePull', message: problem } }
    : {
        waiting: {
          reason: 'ImagePullBackOff',
          message: `Back-off pulling image "${image}": ErrImagePull: ${problem}`,
        },
      };
}

function endOf(failure: Failure, startedAt: number): Terminated {
  return {
    exitCode: failure.exitCode,
    reason: failure.kind === 'OOMKilled' ? 'OOMKilled' : 'Error',
    ...(failure.message === '' ? {} : { message: failure.message }),
    startedAt: timeText(startedAt),
    finishedAt: timeText(startedAt + failure.runsMs),
  };
}

interface Runs {
  state: ContainerState;
  last: Terminated | undefined;
  restarts: number;
}

/** What became until now of a container that fails each time, from when it was first started. */
function failedRuns(
  { name }: Container,
  failure: Failure,
  began: number,
  now: number,
): Runs {
  let startedAt = began;
  let last: Terminated | undefined;
  for (let restarts = 0; ; restarts++) {
    const end = startedAt + failure.runsMs;
    if (now < end) {
      return {
        state: { running: { startedAt: timeText(startedAt) } },
        ...{ last, restarts },
      };
    }
    last = endOf(failure, startedAt);
    const backoff = backoffMs(restarts);
    if (now < end + backoff) {
      const message = `back-off ${goDuration(
        backoff,
      )} restarting failed container=${name}`;
      return {
        state: { waiting: { reason: 'CrashLoopBackOff', message } },
        ...{ last, restarts },
      };
    }
    startedAt = end + backoff;
  }
}

/** When a container was first started, as far as its status says. */
export interface Began {
  /** When it could first have been made, in milliseconds since the epoch. */
  since: number;
}

/**
 * What a kubelet says of a container whose image and configuration it could see to since a moment.
 *
 * @param since - milliseconds since the epoch
 */
export function containerStatus(
  pod: Pod,
  container: Container,
  { since }: Began,
  now: number,
  isInit: boolean,
): ContainerStatus {
  const pulling = pullingState(container, since, now);
  if (pulling) {
    return { ...base(container), state: pulling };
  }
  const began = since + PULL_MS;
  const status = { ...base(container), imageID: imageIdOf(container.image) };
  const failure = failureOf(pod, container.name);
  if (failure && failure.kind !== 'NotReady') {
    const { state, last, restarts } = failedRuns(
      container,
      failure,
      began,
      now,
    );
    return {
      ...status,
      started: state.running !== undefined,
      restartCount: restarts,
      state,
      lastState: last ? { terminated: last } : {},
    };
  }
  const isSidecar = container.restartPolicy === 'Always';
  if (isInit && !isSidecar && now - began >= INIT_MS) {
    const terminated = {
      ...{ exitCode: 0, reason: 'Completed' },
      startedAt: timeText(began),
      finishedAt: timeText(began + INIT_MS),
    };
    return { ...status, ready: true, state: { terminated } };
  }
  const isReady =
    (!isInit || isSidecar) &&
    failure === undefined &&
    now - began >= startMs(pod, container.name);
  return {
    ...status,
    ready: isReady,
    started: isReady || failure?.kind === 'NotReady',
    state: { running: { startedAt: timeText(began) } },
  };
}
