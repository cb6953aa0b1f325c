import { databaseSource } from '../facts';
import { reserved } from '../reserved';
import { at, Guard, repeated } from './Guard';

const open = (
  path: string,
  rules: readonly Record<string, unknown>[],
): string[] =>
  rules.flatMap((rule, index) =>
    Object.keys(rule).length === 0 ? [`${path}[${index}]`] : [],
  );

export const networkGuards: Guard[] = [
  {
    id: 'service-target-port',
    message:
      'must be http, the dashboard: any other port goes past nginx, and with it past the dashboard, its headers and its limits',
    remedy: 'Write http. The API is reached through the dashboard under /v1/',
    reads: ['service.targetPort', 'dashboard.port'],
    check: ({ service, dashboard }) =>
      at(
        'service.targetPort',
        service.targetPort !== 'http' && service.targetPort !== dashboard.port,
      ),
  },
  {
    id: 'service-port-taken',
    message: 'is the port of the Service for metrics',
    remedy: 'Choose another port, for example 80',
    reads: ['service.port', 'metrics.enabled'],
    check: ({ service, metrics }) =>
      at(
        'service.port',
        metrics.enabled && service.port === reserved.metricsPort,
      ),
  },
  {
    id: 'ingress-and-http-route',
    message: 'cannot stand beside ingress.enabled',
    remedy: 'Switch one of them off',
    reads: ['ingress.enabled', 'httpRoute.enabled'],
    check: ({ ingress, httpRoute }) =>
      at('httpRoute.enabled', ingress.enabled && httpRoute.enabled),
  },
  {
    id: 'ingress-needs-host',
    message: 'needs at least one host while ingress.enabled is true',
    remedy: 'Write [{host: alexandria.example.com}] with your own domain',
    reads: ['ingress'],
    check: ({ ingress }) =>
      at('ingress.hosts', ingress.enabled && ingress.hosts.length === 0),
  },
  {
    id: 'ingress-host-repeated',
    message: 'is the host of an earlier entry too',
    remedy: 'Put the paths of a host into one entry',
    reads: ['ingress.hosts'],
    check: ({ ingress }) =>
      repeated(ingress.hosts, entry => entry.host).map(
        index => `ingress.hosts[${index}].host`,
      ),
  },
  {
    id: 'ingress-class-annotation',
    message: 'names another class than ingress.className',
    remedy: 'Leave it out',
    reads: ['ingress'],
    check: ({ ingress: { className, annotations } }) =>
      at(
        'ingress.annotations["kubernetes.io/ingress.class"]',
        className !== '' &&
          (annotations['kubernetes.io/ingress.class'] ?? className) !==
            className,
      ),
  },
  {
    id: 'http-route-needs-gateway',
    message: 'needs at least one gateway while httpRoute.enabled is true',
    remedy: 'Write [{name: gateway, namespace: infra}]',
    reads: ['httpRoute'],
    check: ({ httpRoute }) =>
      at(
        'httpRoute.parentRefs',
        httpRoute.enabled && httpRoute.parentRefs.length === 0,
      ),
  },
  {
    id: 'http-route-gateway-repeated',
    message: 'is an earlier gateway again',
    remedy: 'Name each gateway, with its namespace and section, once',
    reads: ['httpRoute.parentRefs'],
    check: ({ httpRoute }) =>
      repeated(httpRoute.parentRefs, ref =>
        [ref.namespace, ref.name, ref.sectionName].join('/'),
      ).map(index => `httpRoute.parentRefs[${index}]`),
  },
  {
    // A CEL rule of the Gateway API's own CustomResourceDefinition, which that of the tests lacks.
    id: 'http-route-gateway-needs-section',
    message:
      'needs a sectionName: another entry names a section of the same gateway',
    remedy: 'Name a section in each entry of a gateway',
    reads: ['httpRoute.parentRefs'],
    check: ({ httpRoute: { parentRefs } }) =>
      parentRefs.flatMap((ref, index) =>
        at(
          `httpRoute.parentRefs[${index}]`,
          ref.sectionName === undefined &&
            parentRefs.some(
              other =>
                other.sectionName !== undefined &&
                other.name === ref.name &&
                other.namespace === ref.namespace,
            ),
        ),
      ),
  },
  {
    id: 'http-route-hostname-repeated',
    message: 'is an earlier host name again',
    remedy: 'Write each host name once',
    reads: ['httpRoute.hostnames'],
    check: ({ httpRoute }) =>
      repeated(httpRoute.hostnames, name => name).map(
        index => `httpRoute.hostnames[${index}]`,
      ),
  },
  {
    id: 'network-policy-needs-postgres-cidr',
    message:
      'must say where Postgres is: its URL comes from a Secret, which the chart cannot read',
    remedy: 'Write an address range such as 10.0.0.0/16',
    reads: ['networkPolicy', 'config.database', 'externalSecrets'],
    check: values =>
      at(
        'networkPolicy.postgres.cidr',
        values.networkPolicy.enabled &&
          values.networkPolicy.postgres.cidr === '' &&
          ['existingSecret', 'externalSecret'].includes(databaseSource(values)),
      ),
  },
  {
    id: 'network-policy-open-rule',
    message: 'is empty, which would let everything through',
    remedy: 'Name the peers and ports, or leave the entry out',
    reads: ['networkPolicy'],
    check: ({ networkPolicy }) => [
      ...open('networkPolicy.ingressFrom', networkPolicy.ingressFrom),
      ...open('networkPolicy.metricsFrom', networkPolicy.metricsFrom),
      ...open(
        'networkPolicy.additionalIngress',
        networkPolicy.additionalIngress,
      ),
      ...open('networkPolicy.additionalEgress', networkPolicy.additionalEgress),
    ],
  },
  {
    id: 'metrics-path-taken',
    message:
      'is a path that is served already, by the API or to everyone by the dashboard',
    remedy: 'Write /metrics',
    reads: ['metrics.path'],
    check: ({ metrics }) =>
      at(
        'metrics.path',
        ['/', '/live', '/ready', '/health', '/nginx-health'].includes(
          metrics.path,
        ),
      ),
  },
  {
    id: 'service-monitor-needs-metrics',
    message: 'needs metrics.enabled: there is nothing to scrape',
    remedy: 'Set metrics.enabled: true, or switch the ServiceMonitor off',
    reads: ['metrics'],
    check: ({ metrics }) =>
      at(
        'metrics.serviceMonitor.enabled',
        metrics.serviceMonitor.enabled && !metrics.enabled,
      ),
  },
];
