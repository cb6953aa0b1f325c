const PULL = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
]);

/** Reasons that a container waits for a time and then runs. */
const STARTING = new Set(['', 'ContainerCreating', 'PodInitializing']);

export type WaitingProblem =
  | 'imagePull'
  | 'imageName'
  | 'config'
  | 'crashLoop'
  | 'create';

/**
 * What keeps a container waiting, from the reason that the kubelet gives; undefined when it is only starting. Reasons
 * as in kubelet's `images` and `kuberuntime` packages; like Argo CD, one that begins with `Err` or ends in `Error` or
 * `BackOff` is a problem also when it is new.
 */
export function waitingProblem(reason: string): WaitingProblem | undefined {
  if (PULL.has(reason)) {
    return 'imagePull';
  }
  switch (reason) {
    case 'InvalidImageName':
      return 'imageName';
    case 'CreateContainerConfigError':
      return 'config';
    case 'CrashLoopBackOff':
      return 'crashLoop';
    default:
      return !STARTING.has(reason) && /^Err|Error$|BackOff$/.test(reason)
        ? 'create'
        : undefined;
  }
}
