import { Instance, InstanceInput, parseInstance } from '../../instance';
import { formatIssue } from '../../result';

const owner = 'group:default/payments';
const repoUrl = 'github.com?owner=acme&repo=assistant';

/** The four answers of a development instance. */
export const minimal: InstanceInput = {
  name: 'assistant',
  owner,
  environments: [{ name: 'dev', stage: 'development' }],
};

/** Everything that can be asked for, over three stages. */
export const complete: InstanceInput = {
  name: 'assistant',
  owner,
  system: 'payments',
  description: 'Answers *questions* <b>about</b> `payments` {{ values }}',
  environments: [
    { name: 'dev', stage: 'development' },
    {
      name: 'staging',
      stage: 'staging',
      cluster: 'staging',
      host: 'staging.acme.io',
      imageTag: 'main',
      size: 'medium',
    },
    {
      name: 'prod',
      stage: 'production',
      cluster: 'production',
      namespace: 'assistant',
      host: 'assistant.acme.io',
      size: 'large',
      autoscaling: { minReplicas: 2, maxReplicas: 6 },
      database: 'postgres',
      postgres: { cidr: '10.0.0.0/16' },
      storage: { size: '50Gi', className: 'nfs', shared: true },
      imageTag: 'v1.0.0',
    },
  ],
  images: { registry: 'registry.acme.io/alexandria', pullSecret: 'regcred' },
  access: {
    providers: [
      {
        name: 'okta',
        kind: 'oidc',
        issuer: 'https://acme.okta.com',
        clientId: '0oa1',
      },
      {
        name: 'corp',
        kind: 'saml',
        metadataUrl: 'https://idp.acme.io/metadata',
      },
    ],
    samlKeyPair: 'existingSecret',
  },
  llmBackends: [
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
  ],
  exposure: { kind: 'ingress', networkPolicy: true },
  observability: {
    metrics: true,
    serviceMonitor: true,
    otelEndpoint: 'http://otel-collector.observability.svc:4318',
  },
  delivery: { manifests: 'both', gitops: 'argocd' },
  repoUrl,
};

/** Instances by what they try. */
export const instances: [string, InstanceInput][] = [
  ['minimal', minimal],
  ['complete', complete],
  [
    'Flux and a gateway',
    {
      ...complete,
      exposure: {
        kind: 'httpRoute',
        gateway: { name: 'public', namespace: 'gateways' },
        networkPolicy: true,
      },
      delivery: { manifests: 'kustomize', gitops: 'flux' },
    },
  ],
  [
    'Argo CD with Helm alone',
    { ...complete, delivery: { manifests: 'helm', gitops: 'argocd' } },
  ],
  [
    'External Secrets and cert-manager',
    {
      ...complete,
      secrets: {
        source: 'externalSecrets',
        store: { name: 'vault', kind: 'SecretStore', keyPrefix: 'kv/alex' },
      },
      access: {
        ...complete.access,
        samlKeyPair: 'certManager',
        samlIssuer: { name: 'internal', kind: 'ClusterIssuer' },
      },
      exposure: { kind: 'ingress', clusterIssuer: 'letsencrypt' },
      repoUrl: 'gitlab.com?owner=acme%2Fteams&repo=assistant',
    },
  ],
];

/** Answers with their defaults. @throws Error with every issue */
export function instanceOf(input: InstanceInput): Instance {
  const parsed = parseInstance(input);
  if (!parsed.ok) {
    throw new Error(parsed.issues.map(formatIssue).join('\n'));
  }
  return parsed.value;
}
