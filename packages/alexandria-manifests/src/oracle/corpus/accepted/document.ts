import { AcceptedCase } from './AcceptedCase';
import { claude, claudeKey, okta } from './parts';

const tag = (version: string) => ({
  api: { tag: version },
  orchestrator: { tag: version },
  dashboard: { tag: version },
});

/** The examples of the deployment document, as it prints them. */
export const documentCases: AcceptedCase[] = [
  { name: 'the defaults', values: {} },
  {
    name: 'document: scaling',
    values: {
      replicaCount: 1,
      autoscaling: {
        enabled: false,
        minReplicas: 1,
        maxReplicas: 5,
        targetCPUUtilizationPercentage: 80,
      },
    },
  },
  { name: 'document: staging on a branch', values: { image: tag('main') } },
  { name: 'document: a release tag', values: { image: tag('v1.0.0') } },
  {
    name: 'document: persistence',
    values: {
      persistence: {
        enabled: true,
        storageClass: '',
        size: '10Gi',
        accessMode: 'ReadWriteOnce',
        existingClaim: '',
      },
    },
  },
  {
    name: 'document: configuration with HSTS of a year',
    values: {
      config: {
        general: { logLevel: 'info', devMode: false },
        api: { bind: '0.0.0.0', port: 8080, impl: 'go' },
        webauthn: { rpId: '', rpOrigin: '', rpName: 'Alexandria' },
        database: { url: '' },
        security: {
          enabled: true,
          csp: '',
          hstsMaxAge: 31536000,
          hstsIncludeSubdomains: false,
          lockout: {
            enabled: true,
            maxAttempts: 10,
            windowSeconds: 300,
            lockoutSeconds: 900,
          },
        },
      },
    },
  },
  {
    name: 'document: the production pattern of secrets',
    values: { auth: { existingSecret: 'alexandria-auth' } },
  },
  {
    name: 'document: OIDC',
    values: { federation: { enabled: true, providers: [okta] } },
  },
  {
    name: 'document: an LLM backend',
    values: { llmBackends: [{ ...claude, apiKeySecretRef: claudeKey }] },
  },
  {
    name: 'document: inline overrides',
    values: {
      image: tag('v0.2.2'),
      config: {
        webauthn: { rpId: 'example.com', rpOrigin: 'https://example.com' },
      },
      auth: { existingSecret: 'alexandria-auth' },
      persistence: { size: '20Gi' },
    },
  },
  {
    name: 'document: ingress',
    values: {
      ingress: {
        enabled: true,
        className: 'nginx',
        annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt-prod' },
        hosts: [
          {
            host: 'alexandria.example.com',
            paths: [{ path: '/', pathType: 'Prefix' }],
          },
        ],
        tls: [
          { secretName: 'alexandria-tls', hosts: ['alexandria.example.com'] },
        ],
      },
    },
  },
  {
    name: 'document: ingress by --set, which drops the paths',
    values: {
      ingress: { enabled: true, hosts: [{ host: 'alexandria.example.com' }] },
    },
  },
  {
    name: 'document: network policy',
    values: {
      networkPolicy: {
        enabled: true,
        additionalIngress: [],
        additionalEgress: [],
      },
    },
  },
  {
    name: 'document: telemetry',
    values: {
      otel: { enabled: true, endpoint: 'http://otel-collector:4318' },
    },
  },
  {
    name: 'document: metrics',
    values: {
      metrics: {
        enabled: true,
        path: '/metrics',
        serviceMonitor: { enabled: true, interval: '30s' },
      },
    },
  },
  {
    name: 'document: autoscaling, with what it needs',
    values: {
      autoscaling: {
        enabled: true,
        minReplicas: 2,
        maxReplicas: 10,
        targetCPUUtilizationPercentage: 80,
      },
      config: {
        database: { url: 'postgres://a:b@postgres.db.svc/alexandria' },
      },
      auth: { existingSecret: 'alexandria-auth' },
      persistence: { accessMode: 'ReadWriteMany' },
    },
  },
  {
    name: 'document: disruption budget',
    values: { pdb: { enabled: true, minAvailable: 1 } },
  },
  {
    name: 'document: external secrets',
    values: {
      externalSecrets: {
        enabled: true,
        secretStoreName: 'vault',
        refreshInterval: '1h',
        adminPasswordKey: 'alexandria/admin-password',
        jwtSecretKey: 'alexandria/jwt-secret',
      },
    },
  },
];
