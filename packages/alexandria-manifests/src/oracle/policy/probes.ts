import { Policy } from './Policy';
import { podsOf, Probe } from './pods';

const portOf = ({ httpGet, tcpSocket }: Probe) =>
  httpGet?.port ?? tcpSocket?.port;

export const probes: Policy = {
  name: 'probes',
  what: 'Each container of the Deployment that listens has a liveness and a readiness probe, the first one a startup probe, and every port that a probe asks by name or number is one of that container’s.',
  why: 'Without readiness a pod gets traffic before it answers; without a startup probe a slow start looks like a dead process. The orchestrator listens nowhere: its end ends the container, which the kubelet sees.',
  source:
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  unless: {
    values: ({ extraContainers }) => extraContainers.length > 0,
    because: 'extra containers bring their own probes',
  },
  check: objects =>
    podsOf(objects)
      .filter(({ kind }) => kind === 'Deployment')
      .flatMap(({ owner, spec }) =>
        spec.containers.flatMap(({ name, ports = [], ...container }, index) => {
          const wanted = [
            ...(ports.length > 0
              ? (['livenessProbe', 'readinessProbe'] as const)
              : []),
            ...(index === 0 ? (['startupProbe'] as const) : []),
          ];
          const known = ports.flatMap(port => [port.name, port.containerPort]);
          const asked = [
            container.startupProbe,
            container.livenessProbe,
            container.readinessProbe,
          ].flatMap(probe => (probe && portOf(probe)) ?? []);
          return [
            ...wanted
              .filter(probe => container[probe] === undefined)
              .map(probe => `${owner}, ${name} has no ${probe}`),
            ...asked
              .filter(port => !known.includes(port))
              .map(
                port =>
                  `${owner}, ${name} is probed at ${port}, which it does not have`,
              ),
          ];
        }),
      ),
};
