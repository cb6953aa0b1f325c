import { KubernetesObject } from '../../objects';
import { Policy } from './Policy';
import { Labels, matches, nameOf, ofKind, podsOf, specOf } from './pods';

interface ServiceSpec {
  selector: Labels;
  ports: { name?: string; port: number; targetPort?: string | number }[];
}

/** The ports of Services that an Ingress, a route and a ServiceMonitor ask for. */
function asked(object: KubernetesObject): (string | number)[] {
  switch (object.kind) {
    case 'Ingress':
      return specOf<{
        rules: {
          http: {
            paths: {
              backend: {
                service: { port: { name?: string; number?: number } };
              };
            }[];
          };
        }[];
      }>(object).rules.flatMap(({ http }) =>
        http.paths.flatMap(
          ({ backend: { service } }) =>
            service.port.name ?? service.port.number ?? [],
        ),
      );
    case 'HTTPRoute':
      return specOf<{ rules: { backendRefs: { port: number }[] }[] }>(
        object,
      ).rules.flatMap(({ backendRefs }) => backendRefs.map(({ port }) => port));
    case 'ServiceMonitor':
      return specOf<{ endpoints: { port: string }[] }>(object).endpoints.map(
        ({ port }) => port,
      );
    default:
      return [];
  }
}

export const ports: Policy = {
  name: 'ports',
  what: 'Each port of a Service leads to a port of the pods that it selects, and Ingress, HTTPRoute and ServiceMonitor ask for ports that the Service has.',
  why: 'A port that nobody listens at is accepted by the API server and answers with an error at run time.',
  source:
    'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  check: objects => {
    const services = ofKind(objects, 'Service');
    const offered = services.flatMap(service =>
      specOf<ServiceSpec>(service).ports.flatMap(({ name, port }) => [
        name,
        port,
      ]),
    );
    return [
      ...services.flatMap(service => {
        const { selector, ports: own } = specOf<ServiceSpec>(service);
        const listening = podsOf(objects)
          .filter(({ labels }) => matches(selector, labels))
          .flatMap(({ spec }) => spec.containers)
          .flatMap(container => container.ports ?? [])
          .flatMap(({ name, containerPort }) => [name, containerPort]);
        return own
          .map(({ port, targetPort = port }) => targetPort)
          .filter(port => !listening.includes(port))
          .map(
            port =>
              `${nameOf(service)} leads to ${port}, where nothing listens`,
          );
      }),
      ...objects.flatMap(object =>
        asked(object)
          .filter(port => !offered.includes(port))
          .map(
            port => `${nameOf(object)} asks for ${port}, which no Service has`,
          ),
      ),
    ];
  },
};
