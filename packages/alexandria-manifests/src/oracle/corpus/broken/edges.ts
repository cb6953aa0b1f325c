import { BrokenCase } from './BrokenCase';
import { keyRef, llm, saml } from './parts';

/** Values just beyond what a rule accepts, for each way of being so. */
export const brokenEdges: BrokenCase[] = [
  {
    id: 'api-bind-loopback',
    values: { config: { api: { bind: '0:0:0:0:0:0:0:1' } } },
  },
  {
    id: 'rp-origin-outside-rp-id',
    values: {
      config: {
        webauthn: {
          rpId: 'https.test',
          rpOrigin: 'https://https.test.example.org:8443',
        },
      },
    },
  },
  {
    id: 'config-extra-known-table',
    values: {
      config: { extra: { webauthn: {}, api: { a: 1 }, database: {} } },
    },
  },
  {
    id: 'llm-key-without-source',
    values: {
      llmBackends: [
        llm,
        {
          ...llm,
          name: 'second',
          apiKeyEnvVar: 'SECOND',
          apiKeySecretRef: keyRef,
        },
      ],
      extraEnv: { orchestrator: [{ name: 'OTHER', value: 'x' }] },
    },
  },
  {
    id: 'label-reserved',
    values: {
      podLabels: {
        'helm.sh/chart': 'x',
        'app.kubernetes.io/name': 'x',
        'backstage.io/kubernetes-id': 'x',
      },
    },
  },
  {
    id: 'pod-annotation-reserved',
    values: {
      podAnnotations: {
        'kubectl.kubernetes.io/default-container': 'x',
        'checksum/z': 'x',
        'checksum/a': 'x',
      },
    },
  },
  ...['/', '/live', '/ready', '/nginx-health'].map(path => ({
    id: 'metrics-path-taken',
    values: { metrics: { path } },
  })),
  {
    id: 'api-port-privileged',
    values: { config: { api: { port: 1023 } } },
  },
  {
    id: 'resource-fraction-of-byte',
    values: {
      resources: {
        api: { requests: { memory: '1.25' } },
        jobs: { requests: { 'ephemeral-storage': '1500m' } },
      },
    },
  },
  {
    id: 'external-secrets-unknown-provider',
    values: {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { zitadel: { key: 'a' }, auth0: { key: 'b' } },
      },
    },
  },
  {
    id: 'external-secrets-unknown-backend',
    values: {
      externalSecrets: {
        enabled: true,
        llmApiKeys: { zeta: { key: 'a' }, alpha: { key: 'b' } },
      },
    },
  },
  {
    id: 'external-secrets-unknown-backend',
    values: {
      externalSecrets: { enabled: true, llmApiKeys: { local: { key: 'a' } } },
      llmBackends: [{ ...llm, name: 'local', apiKeyEnvVar: undefined }],
    },
  },
  {
    id: 'http-route-gateway-needs-section',
    values: {
      httpRoute: {
        parentRefs: [
          { name: 'public', sectionName: 'http' },
          { name: 'private' },
          { name: 'public' },
        ],
      },
    },
  },
  {
    id: 'saml-first-boot-needs-persistence',
    values: {
      persistence: { enabled: false },
      auth: { existingSecret: 'alexandria-auth' },
      federation: { enabled: true, providers: [saml] },
      config: { api: { bind: '127.0.0.1' } },
    },
  },
];
