import type { Control } from './Control';
import { failureOf } from './behaviour';
import type { ContainerStatus, Pod } from './workloads';

const COMPONENT = 'kubelet';

/** What is told of a container once it is in a state, and not again while it stays in it. */
function tell(control: Control, pod: Pod, status: ContainerStatus) {
  const { waiting, running } = status.state;
  switch (waiting?.reason) {
    case 'ErrImagePull':
      control.event(
        pod,
        'Warning',
        'Failed',
        `Failed to pull image "${status.image}": ${waiting.message}`,
        COMPONENT,
      );
      break;
    case 'ImagePullBackOff':
      control.event(
        pod,
        'Normal',
        'BackOff',
        `Back-off pulling image "${status.image}"`,
        COMPONENT,
      );
      break;
    case 'CreateContainerConfigError':
      control.event(
        pod,
        'Warning',
        'Failed',
        `Error: ${waiting.message}`,
        COMPONENT,
      );
      break;
    case 'CrashLoopBackOff':
      control.event(
        pod,
        'Warning',
        'BackOff',
        `Back-off restarting failed container ${status.name} in pod ${pod.metadata.name}`,
        COMPONENT,
      );
      break;
    default:
  }
  if (running) {
    control.event(
      pod,
      'Normal',
      'Started',
      `Container ${status.name} started`,
      COMPONENT,
    );
    if (failureOf(pod, status.name)?.kind === 'NotReady') {
      control.event(
        pod,
        'Warning',
        'Unhealthy',
        'Readiness probe failed: HTTP probe failed with statuscode: 503',
        COMPONENT,
      );
    }
  }
}

const stateOf = ({ state, restartCount }: ContainerStatus) =>
  `${state.waiting?.reason ?? Object.keys(state)[0]} ${restartCount}`;

/** Tells as events what became of the containers of a pod since its status was written. */
export function tellStates(
  control: Control,
  pod: Pod,
  statuses: readonly ContainerStatus[],
): void {
  const before = new Map(
    [
      ...(pod.status.initContainerStatuses ?? []),
      ...(pod.status.containerStatuses ?? []),
    ].map(each => [each.name, stateOf(each)]),
  );
  for (const status of statuses) {
    if (before.get(status.name) !== stateOf(status)) {
      tell(control, pod, status);
    }
  }
}
