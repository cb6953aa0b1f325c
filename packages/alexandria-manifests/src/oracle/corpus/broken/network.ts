import { BrokenCase } from './BrokenCase';

export const brokenNetwork: BrokenCase[] = [
  { id: 'service-target-port', values: { service: { targetPort: 8080 } } },
  { id: 'service-target-port', values: { service: { targetPort: '80' } } },
  {
    id: 'ingress-and-http-route',
    values: {
      ingress: { enabled: true },
      httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }] },
    },
  },
  {
    id: 'ingress-needs-host',
    values: { ingress: { enabled: true, hosts: [] } },
  },
  {
    id: 'ingress-host-repeated',
    values: { ingress: { hosts: [{ host: 'a.b' }, { host: 'a.b' }] } },
  },
  { id: 'http-route-needs-gateway', values: { httpRoute: { enabled: true } } },
  {
    id: 'http-route-gateway-repeated',
    values: {
      httpRoute: {
        parentRefs: [
          { name: 'gateway', namespace: 'infra' },
          { name: 'gateway' },
          { name: 'gateway', namespace: 'infra' },
        ],
      },
    },
  },
  {
    id: 'http-route-hostname-repeated',
    values: { httpRoute: { hostnames: ['a.b', 'c.d', 'a.b'] } },
  },
  {
    id: 'network-policy-needs-postgres-cidr',
    values: {
      networkPolicy: { enabled: true },
      config: { database: { existingSecret: 'db' } },
    },
  },
  {
    id: 'network-policy-needs-postgres-cidr',
    values: {
      networkPolicy: { enabled: true },
      externalSecrets: { enabled: true, databaseUrlKey: 'db' },
    },
  },
  {
    id: 'network-policy-open-rule',
    values: {
      networkPolicy: {
        ingressFrom: [{}],
        metricsFrom: [{}],
        additionalIngress: [{ from: [] }, {}],
        additionalEgress: [{}],
      },
    },
  },
  {
    id: 'service-monitor-needs-metrics',
    values: { metrics: { serviceMonitor: { enabled: true } } },
  },
  { id: 'metrics-path-taken', values: { metrics: { path: '/health' } } },
  {
    id: 'service-port-taken',
    values: { metrics: { enabled: true }, service: { port: 9090 } },
  },
  {
    id: 'ingress-class-annotation',
    values: {
      ingress: { annotations: { 'kubernetes.io/ingress.class': 'traefik' } },
    },
  },
  {
    id: 'http-route-gateway-needs-section',
    values: {
      httpRoute: {
        parentRefs: [
          { name: 'public', sectionName: 'http' },
          { name: 'public' },
          { name: 'public', namespace: 'infra' },
        ],
      },
    },
  },
];
