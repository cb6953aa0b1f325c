import type { InstanceInput } from '@alexandriaproject/alexandria-manifests';

type Answers = Omit<
  InstanceInput,
  'name' | 'owner' | 'environments' | 'delivery'
>;
type Environment = InstanceInput['environments'][number];

/** Answers of a kind that teams give, and what a cluster then runs. */
export interface Variant {
  name: string;
  answers: Answers;
  /** Their namespaces are added. */
  environments: Array<Omit<Environment, 'namespace'>>;
  /** Pods per environment, once everything is up. */
  pods: Record<string, number>;
  /** Kinds of the highest environment's objects, beside those that every instance has. */
  kinds: string[];
}

const dev = { name: 'dev', stage: 'development' } as const;

/** More than one pod: Postgres, shared storage, a release, a host. */
export const production = {
  name: 'prod',
  stage: 'production',
  host: 'assistant.acme.io',
  size: 'medium',
  autoscaling: { minReplicas: 2, maxReplicas: 5 },
  database: 'postgres',
  postgres: { cidr: '10.0.0.0/16' },
  storage: { size: '20Gi', shared: true },
  imageTag: 'v1.0.0',
} as const;

const llmBackends: Answers['llmBackends'] = [
  {
    name: 'claude',
    kind: 'claude',
    url: 'https://api.anthropic.com',
    model: 'claude-sonnet-4-6',
  },
  {
    name: 'local',
    kind: 'ollama',
    url: 'http://ollama.models.svc:11434',
    model: 'llama3',
    apiKey: false,
  },
];

const oidc = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://acme.okta.com',
  clientId: '0oa1',
} as const;

const saml = {
  name: 'corp',
  kind: 'saml',
  metadataUrl: 'https://idp.acme.io/metadata',
} as const;

/** Postgres under an autoscaler, behind an Ingress and a NetworkPolicy. */
export const autoscaled: Variant = {
  name: 'postgres',
  environments: [
    {
      ...production,
      name: 'staging',
      stage: 'staging',
      host: 'staging.acme.io',
      autoscaling: undefined,
      replicas: 2,
      imageTag: 'main',
    },
    production,
  ],
  answers: {
    access: { providers: [oidc] },
    llmBackends,
    exposure: {
      kind: 'ingress',
      clusterIssuer: 'letsencrypt',
      networkPolicy: true,
    },
    observability: {
      metrics: true,
      otelEndpoint: 'http://otel-collector.observability.svc:4318',
    },
  },
  pods: { staging: 2, prod: 2 },
  kinds: [
    'HorizontalPodAutoscaler',
    'Ingress',
    'NetworkPolicy',
    'PodDisruptionBudget',
  ],
};

export const variants: Variant[] = [
  {
    name: 'sqlite',
    environments: [dev],
    answers: {},
    pods: { dev: 1 },
    kinds: [],
  },
  autoscaled,
  {
    name: 'external-secrets',
    environments: [production],
    answers: {
      secrets: { source: 'externalSecrets', store: { name: 'vault' } },
      access: { providers: [oidc] },
      llmBackends,
    },
    pods: { prod: 2 },
    kinds: ['ExternalSecret', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'],
  },
  {
    name: 'saml-secret',
    environments: [{ ...dev, host: 'dev.acme.io' }],
    answers: {
      images: {
        registry: 'registry.acme.io/alexandria',
        pullSecret: 'regcred',
      },
      access: { providers: [saml], samlKeyPair: 'existingSecret' },
      // Without an issuer the team brings the certificate.
      exposure: { kind: 'ingress' },
    },
    pods: { dev: 1 },
    kinds: ['Ingress'],
  },
  {
    name: 'saml-cert-manager',
    environments: [{ ...dev, storage: { className: 'waiting' } }],
    answers: {
      access: {
        providers: [saml, oidc],
        samlKeyPair: 'certManager',
        samlIssuer: { name: 'internal', kind: 'ClusterIssuer' },
      },
    },
    pods: { dev: 1 },
    kinds: ['Certificate'],
  },
  {
    name: 'gateway',
    environments: [{ ...dev, host: 'dev.acme.io' }],
    answers: {
      exposure: {
        kind: 'httpRoute',
        gateway: { name: 'public', namespace: 'gateways' },
        networkPolicy: true,
      },
      observability: { metrics: true, serviceMonitor: true },
    },
    pods: { dev: 1 },
    kinds: ['HTTPRoute', 'NetworkPolicy', 'ServiceMonitor'],
  },
];

/** The key pair comes about at first start; a value makes a Job of it, which no answer asks for. */
export const samlByJob: Variant = {
  name: 'saml-job',
  environments: [dev],
  answers: { access: { providers: [saml] } },
  pods: { dev: 1 },
  kinds: [],
};
