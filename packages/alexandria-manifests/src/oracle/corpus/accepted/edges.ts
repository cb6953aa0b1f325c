import { AcceptedCase } from './AcceptedCase';
import { claude, claudeKey, corporate, ollama, shared } from './parts';

/** Values just inside what a rule accepts. */
export const edgeCases: AcceptedCase[] = [
  ...['::12', '1::1', '::fff:1', '::ffff:7f00:1:2', '10.127.0.1'].map(bind => ({
    name: `the API on ${bind}`,
    values: { config: { api: { bind } } },
  })),
  {
    name: 'an origin without a relying party',
    values: { config: { webauthn: { rpOrigin: 'https://a.test' } } },
  },
  {
    name: 'an origin below the relying party, with a port',
    values: {
      config: {
        webauthn: { rpId: 'a.test', rpOrigin: 'https://b.a.test:8443' },
      },
    },
  },
  {
    name: 'no persistence, and a SAML key pair that nothing asks for',
    values: {
      persistence: { enabled: false },
      auth: shared.auth,
      federation: { saml: { keyPair: 'firstBoot' } },
    },
  },
  {
    name: 'an issuer that nothing asks for',
    values: { federation: { saml: { keyPair: 'certManager' } } },
  },
  {
    name: 'LLM keys from variables of the orchestrator',
    values: {
      llmBackends: [
        claude,
        { ...claude, name: 'second', apiKeyEnvVar: 'SECOND' },
        ollama,
      ],
      extraEnv: {
        orchestrator: [
          { name: 'SECOND', value: 'x' },
          { name: 'ANTHROPIC_API_KEY', value: 'y' },
        ],
      },
    },
  },
  {
    name: 'an LLM key beside a backend without one and a variable of another',
    values: {
      llmBackends: [
        ollama,
        { ...claude, apiKeySecretRef: claudeKey },
        {
          ...claude,
          name: 'other',
          apiKeyEnvVar: 'OTHER',
          apiKeySecretRef: { ...claudeKey, key: 'other' },
        },
      ],
      extraEnv: { orchestrator: [{ name: 'THIRD', value: 'x' }] },
    },
  },
  {
    name: 'a release and a namespace of one letter',
    values: {},
    release: { name: 'a', namespace: 'b' },
  },
  {
    name: 'a release and a namespace as long as they may be',
    values: {},
    release: { name: 'r'.repeat(53), namespace: 'n'.repeat(63) },
  },
  {
    name: 'labels that only look reserved',
    values: {
      podLabels: {
        'my.helm.sh/chart': 'x',
        'backstage.io/kubernetes-id-2': 'x',
        'my.backstage.io/kubernetes-id': 'x',
      },
    },
  },
  {
    name: 'the class of an Ingress by annotation alone',
    values: {
      ingress: {
        enabled: true,
        className: '',
        annotations: { 'kubernetes.io/ingress.class': 'traefik' },
      },
    },
  },
  {
    name: 'gateways of one name in two namespaces',
    values: {
      httpRoute: {
        enabled: true,
        parentRefs: [
          { name: 'public', sectionName: 'http' },
          { name: 'public', namespace: 'infra' },
          { name: 'infra', sectionName: 'public' },
          { name: 'private' },
        ],
      },
    },
  },
  {
    name: 'the API on the first port that anyone may open',
    values: { config: { api: { port: 1024 } } },
  },
  {
    name: 'as many replicas at least as at most',
    values: {
      ...shared,
      autoscaling: { enabled: true, minReplicas: 4, maxReplicas: 4 },
    },
  },
  {
    name: 'requests that are the limits, in other words',
    values: {
      resources: {
        api: {
          requests: { cpu: '1000m', memory: '1Gi' },
          limits: { cpu: 1, memory: '1024Mi' },
        },
        jobs: {
          requests: { cpu: 0.1, memory: 1048576 },
          limits: { cpu: '100m', memory: '1Mi' },
        },
      },
    },
  },
  {
    name: 'the shortest drain',
    values: { terminationGracePeriodSeconds: 6 },
  },
  {
    name: 'autoscaling by the dashboard',
    values: {
      ...shared,
      autoscaling: { enabled: true, container: 'dashboard' },
    },
  },
  {
    name: 'external secrets without the one that signs sessions',
    values: {
      externalSecrets: {
        enabled: true,
        jwtSecretKey: '',
        adminPasswordKey: '',
        databaseUrlKey: 'db',
      },
    },
  },
  {
    name: 'external secrets of an LLM backend alone',
    values: {
      externalSecrets: {
        enabled: true,
        jwtSecretKey: '',
        adminPasswordKey: '',
        llmApiKeys: { claude: { key: 'a' } },
      },
      llmBackends: [claude],
    },
  },
  {
    name: 'a release and a namespace that YAML takes for booleans, with a role',
    values: {
      rbac: {
        create: true,
        clusterScoped: false,
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
      },
    },
    release: { name: 'on', namespace: 'no' },
  },
  {
    name: 'a SAML Secret that YAML takes for a boolean',
    values: {
      federation: {
        enabled: true,
        providers: [corporate],
        saml: { keyPair: 'existingSecret', existingSecret: 'off' },
      },
    },
    release: { name: 'on', namespace: 'no' },
  },
  ...(['job', 'certManager'] as const).map(keyPair => ({
    name: `a SAML Secret from ${keyPair} that YAML takes for a boolean`,
    values: {
      federation: {
        enabled: true,
        providers: [corporate],
        saml: {
          keyPair,
          existingSecret: 'yes',
          certManager: { issuerRef: { name: 'null' } },
        },
      },
    },
    release: { name: 'on', namespace: 'no' },
  })),
];
