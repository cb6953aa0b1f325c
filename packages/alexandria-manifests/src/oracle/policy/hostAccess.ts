import { Policy } from './Policy';
import { containersOf, podsOf } from './pods';

export const hostAccess: Policy = {
  name: 'host-access',
  what: 'No pod has a hostPath, a port of the node, or its network, processes or IPC.',
  why: 'Each of them is a way out of the container to the node.',
  source:
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  unless: {
    values: ({ extraVolumes, extraContainers }) =>
      extraVolumes.some(volume => 'hostPath' in volume) ||
      extraContainers.length > 0,
    because:
      'extraVolumes and extraContainers are passed on; Pod Security refuses what they must not do',
  },
  check: objects =>
    podsOf(objects).flatMap(pod => [
      ...(pod.spec.volumes ?? [])
        .filter(({ hostPath }) => hostPath !== undefined)
        .map(({ name }) => `${pod.owner} mounts the node as ${name}`),
      ...(['hostNetwork', 'hostPID', 'hostIPC'] as const)
        .filter(field => pod.spec[field])
        .map(field => `${pod.owner} has ${field}`),
      ...containersOf(pod)
        .filter(({ container: { ports = [] } }) =>
          ports.some(({ hostPort }) => hostPort !== undefined),
        )
        .map(({ where }) => `${where} takes a port of the node`),
    ]),
};
