import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { networkGuards } from './network';

const postgres = { database: { existingSecret: 'db' } };
const cases: GuardCase[] = [
  [
    'service-target-port',
    { service: { targetPort: 8080 } },
    'service.targetPort',
    { service: { targetPort: 80 } },
  ],
  [
    'service-target-port',
    { service: { targetPort: 'api' } },
    'service.targetPort',
    { service: { targetPort: 'http' } },
  ],
  [
    'ingress-and-http-route',
    {
      ingress: { enabled: true },
      httpRoute: { enabled: true, parentRefs: [{ name: 'g' }] },
    },
    'httpRoute.enabled',
    { httpRoute: { enabled: true, parentRefs: [{ name: 'g' }] } },
  ],
  [
    'ingress-needs-host',
    { ingress: { enabled: true, hosts: [] } },
    'ingress.hosts',
    { ingress: { hosts: [] } },
  ],
  [
    'ingress-host-repeated',
    { ingress: { hosts: [{ host: 'a.b' }, { host: 'a.b' }] } },
    'ingress.hosts[1].host',
    { ingress: { hosts: [{ host: 'a.b' }, { host: 'c.b' }] } },
  ],
  [
    'http-route-needs-gateway',
    { httpRoute: { enabled: true } },
    'httpRoute.parentRefs',
    { httpRoute: { enabled: true, parentRefs: [{ name: 'g' }] } },
  ],
  [
    'http-route-gateway-repeated',
    { httpRoute: { parentRefs: [{ name: 'g' }, { name: 'g' }] } },
    'httpRoute.parentRefs[1]',
    {
      httpRoute: {
        parentRefs: [
          { name: 'g', sectionName: 'r' },
          { name: 'g', sectionName: 's' },
        ],
      },
    },
  ],
  [
    'http-route-hostname-repeated',
    { httpRoute: { hostnames: ['a.b', 'a.b'] } },
    'httpRoute.hostnames[1]',
    { httpRoute: { hostnames: ['a.b', '*.b'] } },
  ],
  [
    'network-policy-needs-postgres-cidr',
    { config: postgres, networkPolicy: { enabled: true } },
    'networkPolicy.postgres.cidr',
    {
      config: postgres,
      networkPolicy: { enabled: true, postgres: { cidr: '10.0.0.0/16' } },
    },
  ],
  [
    'network-policy-needs-postgres-cidr',
    {
      externalSecrets: { enabled: true, databaseUrlKey: 'k' },
      networkPolicy: { enabled: true },
    },
    'networkPolicy.postgres.cidr',
    {
      externalSecrets: { enabled: true },
      networkPolicy: { enabled: true },
    },
  ],
  [
    'network-policy-open-rule',
    { networkPolicy: { additionalEgress: [{}] } },
    'networkPolicy.additionalEgress[0]',
    { networkPolicy: { additionalEgress: [{ ports: [{ port: 443 }] }] } },
  ],
  [
    'service-monitor-needs-metrics',
    { metrics: { serviceMonitor: { enabled: true } } },
    'metrics.serviceMonitor.enabled',
    { metrics: { enabled: true, serviceMonitor: { enabled: true } } },
  ],
  [
    'metrics-path-taken',
    { metrics: { path: '/health' } },
    'metrics.path',
    { metrics: { path: '/v1/metrics' } },
  ],
  [
    'service-port-taken',
    { metrics: { enabled: true }, service: { port: 9090 } },
    'service.port',
    { service: { port: 9090 } },
  ],
  [
    'ingress-class-annotation',
    { ingress: { annotations: { 'kubernetes.io/ingress.class': 'traefik' } } },
    'ingress.annotations["kubernetes.io/ingress.class"]',
    {
      ingress: {
        className: '',
        annotations: { 'kubernetes.io/ingress.class': 'traefik' },
      },
    },
  ],
  [
    'http-route-gateway-needs-section',
    {
      httpRoute: {
        parentRefs: [{ name: 'a', sectionName: 'b' }, { name: 'a' }],
      },
    },
    'httpRoute.parentRefs[1]',
    {
      httpRoute: {
        parentRefs: [
          { name: 'a', sectionName: 'b' },
          { name: 'a', sectionName: 'c' },
          { name: 'a', namespace: 'infra' },
        ],
      },
    },
  ],
];

describe('the guards of the network', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(networkGuards, cases)).toEqual([]);
  });
});
