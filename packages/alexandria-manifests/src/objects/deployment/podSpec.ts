import { RenderContext } from '../context';
import { containers } from './containers';
import { initContainers } from './initContainers';
import { present } from './present';
import { volumes } from './volumes';

/** Lets nginx, which is not root, listen on a port below 1024. Pod Security "restricted" admits it. */
const lowPorts = { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' };

function securityContext({
  values: { podSecurityContext, dashboard },
}: RenderContext): Record<string, unknown> {
  if (dashboard.port >= 1024) {
    return podSecurityContext;
  }
  const { sysctls = [] } = podSecurityContext;
  return {
    ...podSecurityContext,
    sysctls: [...(Array.isArray(sysctls) ? sysctls : []), lowPorts],
  };
}

export function podSpec(context: RenderContext): Record<string, unknown> {
  const { values, names } = context;
  return {
    serviceAccountName: names.serviceAccount,
    automountServiceAccountToken: false,
    // A Service called alexandria would inject ALEXANDRIA_PORT=tcp://…, which the binaries would read as their own.
    enableServiceLinks: false,
    terminationGracePeriodSeconds: values.terminationGracePeriodSeconds,
    ...present({
      imagePullSecrets: values.imagePullSecrets,
      priorityClassName: values.priorityClassName,
      runtimeClassName: values.runtimeClassName,
      securityContext: securityContext(context),
      nodeSelector: values.nodeSelector,
      affinity: values.affinity,
      tolerations: values.tolerations,
      topologySpreadConstraints: values.topologySpreadConstraints,
    }),
    initContainers: initContainers(context),
    containers: containers(context),
    volumes: volumes(context),
  };
}
