import { AcceptedCase } from './AcceptedCase';
import { corporate, okta, ollama } from './parts';

const policy = { networkPolicy: { enabled: true } };
const postgres = (url: string) => ({
  ...policy,
  config: { database: { url } },
});
const backends = (...urls: string[]) => ({
  ...policy,
  llmBackends: urls.map((url, index) => ({
    ...ollama,
    name: `backend-${index}`,
    url,
  })),
});

/** Ways to an instance, and from it. */
export const networkCases: AcceptedCase[] = [
  {
    name: 'a node port on another port, by the number of the dashboard',
    values: {
      service: { type: 'NodePort', port: 8443, targetPort: 8081 },
      dashboard: { port: 8081, clientMaxBodySize: '0' },
    },
  },
  {
    name: 'a load balancer with metrics on another path',
    values: {
      service: { type: 'LoadBalancer' },
      metrics: { enabled: true, path: '/internal/metrics_v1.0~a-b' },
    },
  },
  {
    name: 'a ServiceMonitor with labels',
    values: {
      metrics: {
        enabled: true,
        serviceMonitor: {
          enabled: true,
          interval: '1m30s',
          labels: { release: 'prometheus', on: 'yes' },
        },
      },
      commonLabels: { release: 'loses', team: 'library' },
    },
  },
  {
    name: 'several hosts, every path type, TLS of each kind',
    values: {
      ingress: {
        enabled: true,
        className: '',
        hosts: [
          {
            host: '*.example.com',
            paths: [
              { path: '/', pathType: 'ImplementationSpecific' },
              { path: '/a/b', pathType: 'Exact' },
              { path: '/c' },
            ],
          },
          { host: 'second.example.com', paths: [] },
          { host: 'localhost' },
        ],
        tls: [
          { secretName: 'one' },
          { secretName: 'two', hosts: ['second.example.com'] },
          { hosts: ['localhost'] },
          {},
        ],
      },
    },
  },
  {
    name: 'an ingress without TLS and without a class',
    values: { ingress: { enabled: true, className: '', tls: [] } },
  },
  {
    name: 'an ingress with its class as an annotation too',
    values: {
      ingress: {
        enabled: true,
        annotations: { 'kubernetes.io/ingress.class': 'nginx' },
      },
    },
  },
  {
    name: 'a route with one gateway and no host',
    values: { httpRoute: { enabled: true, parentRefs: [{ name: 'public' }] } },
  },
  {
    name: 'a route with everything',
    values: {
      service: { port: 8080 },
      httpRoute: {
        enabled: true,
        annotations: { 'example.com/a': 'on' },
        parentRefs: [
          { name: 'public', namespace: 'infra', sectionName: 'https' },
          { name: 'public', namespace: 'infra', sectionName: 'internal' },
          { name: 'e3', namespace: '0123' },
        ],
        hostnames: ['alexandria.example.com', '*.alexandria.example.com'],
      },
    },
  },
  {
    name: 'a policy with peers of its own and metrics',
    values: {
      networkPolicy: {
        enabled: true,
        ingressFrom: [
          { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
          { podSelector: { matchLabels: { app: 'gateway' } } },
        ],
        metricsFrom: [{ namespaceSelector: {} }],
        additionalIngress: [
          {
            from: [{ podSelector: { matchLabels: { app: 'probe' } } }],
            ports: [{ protocol: 'TCP', port: 'api' }],
          },
        ],
        additionalEgress: [
          {
            to: [{ ipBlock: { cidr: '192.0.2.0/24' } }],
            ports: [{ port: 25, endPort: 30 }],
          },
        ],
      },
      metrics: { enabled: true },
    },
  },
  {
    name: 'a policy without peers, and metrics that nobody reaches',
    values: {
      networkPolicy: { enabled: true, ingressFrom: [], metricsFrom: [] },
      metrics: { enabled: true },
    },
  },
  {
    name: 'a policy for hosts of every shape',
    values: backends(
      'http://ollama',
      'http://ollama:11434',
      'https://ollama.models.svc',
      'http://ollama.models.svc.cluster.local:8080/v1',
      'http://OLLAMA.Models.SVC.cluster.local:8080/v1',
      'http://pod-0.ollama.models.svc.cluster.local:9000',
      'http://a.svc.models.svc.svc:9001',
      'http://ollama.svc:9002',
      'http://ollama.models',
      'https://api.anthropic.com',
      'https://API.example.com:8443/v1/',
      'http://192.0.2.7',
      'http://10.0.0.1:8000',
      'http://[2001:db8::1]:8000',
      'http://[2001:db8::1]',
      'http://256.0.0.1',
      'http://trailing.example.com',
    ),
  },
  {
    name: 'a policy for loopback, which needs none',
    values: backends(
      'http://localhost:11434',
      'http://127.0.0.1:11434',
      'http://[::1]:11434',
      'http://LOCALHOST',
    ),
  },
  {
    name: 'a policy that names each destination once, in order',
    values: {
      ...backends(
        'https://api.example.com/a',
        'http://10.0.0.1:443',
        'https://api.example.org/b',
        'http://bare',
        'https://10.0.0.1',
      ),
      federation: { enabled: true, providers: [corporate, okta] },
      otel: { enabled: true, endpoint: 'http://bare:80' },
    },
  },
  {
    name: 'a policy for identity providers at places of their own',
    values: {
      ...policy,
      federation: {
        enabled: true,
        providers: [
          { ...corporate, metadata_url: 'http://idp.sso.svc:8080/metadata' },
          { ...okta, issuer: 'https://10.0.0.2:8443' },
        ],
      },
    },
  },
  {
    name: 'a policy for identity providers that are off',
    values: {
      ...policy,
      federation: {
        providers: [
          { ...corporate, metadata_url: 'http://idp.sso.svc:8080/metadata' },
          { ...okta, issuer: 'https://10.0.0.2:8443' },
        ],
      },
    },
  },
  {
    name: 'a policy for Postgres in a range that a URL names too',
    values: {
      ...backends('http://10.0.0.1:5432'),
      networkPolicy: { enabled: true, postgres: { cidr: '10.0.0.1/32' } },
      config: { database: { existingSecret: 'db' } },
    },
  },
  {
    name: 'a policy for Postgres at several hosts',
    values: postgres(
      'postgres://user:p,a:ss@primary.db.svc:6432,replica.db.svc,10.0.0.1,[2001:db8::1]:5433,db.example.com/a?target_session_attrs=any',
    ),
  },
  {
    name: 'a policy for Postgres without user and path',
    values: postgres('postgresql://DB'),
  },
  {
    name: 'a policy for Postgres by range, though the URL is known',
    values: {
      networkPolicy: {
        enabled: true,
        postgres: { cidr: '10.20.0.0/16', port: 6432 },
      },
      config: { database: { url: 'postgres://db.example.com/a' } },
    },
  },
  {
    name: 'a policy for Postgres by an IPv6 range, its URL in a Secret',
    values: {
      networkPolicy: { enabled: true, postgres: { cidr: '2001:db8::/32' } },
      config: { database: { existingSecret: 'db' } },
    },
  },
  {
    name: 'a policy with a range of Postgres that SQLite has no use for',
    values: {
      networkPolicy: { enabled: true, postgres: { cidr: '10.0.0.0/8' } },
    },
  },
];
