import { formatIssue } from '../result';
import type { InstanceInput } from './instanceSchema';
import { parseInstance } from './parseInstance';
import { valuesForEnvironment } from './valuesForEnvironment';

const dev = { name: 'dev', stage: 'development' } as const;
const production = {
  name: 'production',
  stage: 'production',
  host: 'assistant.payments.test',
  imageTag: 'v1.0.0',
} as const;
const shared = { shared: true } as const;
const scaled = {
  ...production,
  database: 'postgres',
  storage: shared,
  autoscaling: { minReplicas: 2, maxReplicas: 5 },
} as const;
const least: InstanceInput = {
  name: 'payments-assistant',
  owner: 'group:default/payments',
  environments: [dev],
};
const okta = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://example.okta.com',
  clientId: '0oa',
} as const;
const adfs = {
  name: 'adfs',
  kind: 'saml',
  metadataUrl: 'https://adfs.example.com/metadata',
} as const;
const claude = {
  name: 'claude',
  kind: 'claude',
  url: 'https://api.anthropic.com',
  model: 'claude-sonnet-4-6',
} as const;

function issuesOf(input: unknown): string[] {
  const parsed = parseInstance(input);
  return parsed.ok ? [] : parsed.issues.map(formatIssue);
}

describe('parseInstance accepts', () => {
  it.each<[string, Partial<InstanceInput>]>([
    ['the least', {}],
    [
      'three stages',
      {
        environments: [
          dev,
          {
            ...production,
            name: 'staging',
            stage: 'staging',
            imageTag: 'main',
          },
          production,
        ],
      },
    ],
    [
      'several replicas on Postgres',
      { environments: [{ ...scaled, autoscaling: undefined, replicas: 3 }] },
    ],
    ['autoscaling', { environments: [scaled] }],
    [
      'an ingress',
      { environments: [production], exposure: { kind: 'ingress' } },
    ],
    [
      'a gateway',
      {
        environments: [production],
        exposure: { kind: 'httpRoute', gateway: { name: 'public' } },
      },
    ],
    [
      'an ingress with one environment that has no host',
      { environments: [dev, production], exposure: { kind: 'ingress' } },
    ],
    [
      'external secrets',
      {
        environments: [scaled],
        secrets: { source: 'externalSecrets' },
        llmBackends: [claude],
        access: { providers: [okta] },
      },
    ],
    ['OIDC', { environments: [dev], access: { providers: [okta] } }],
    [
      'SAML at first boot',
      { environments: [production], access: { providers: [adfs] } },
    ],
    [
      'SAML by cert-manager',
      {
        access: {
          providers: [adfs],
          samlKeyPair: 'certManager',
          samlIssuer: { name: 'ca' },
        },
      },
    ],
    [
      'an LLM backend',
      { llmBackends: [claude, { ...claude, name: 'local', apiKey: false }] },
    ],
    [
      'a network policy',
      {
        environments: [{ ...scaled, postgres: { cidr: '10.0.0.0/16' } }],
        exposure: { kind: 'ingress', networkPolicy: true },
      },
    ],
    [
      'metrics and traces',
      {
        observability: {
          metrics: true,
          serviceMonitor: true,
          otelEndpoint: 'http://otel-collector.observability.svc:4318',
        },
      },
    ],
    [
      'digests in place of a tag',
      {
        environments: [
          {
            ...production,
            imageTag: '',
            imageDigests: {
              api: `sha256:${'a'.repeat(64)}`,
              orchestrator: `sha256:${'b'.repeat(64)}`,
              dashboard: `sha256:${'c'.repeat(64)}`,
            },
          },
        ],
      },
    ],
    [
      'a commit as the tag in staging',
      {
        environments: [
          {
            ...production,
            stage: 'staging',
            imageTag: '0123456789abcdef0123456789abcdef01234567',
          },
        ],
      },
    ],
  ])('%s', (_what, answers) => {
    expect(issuesOf({ ...least, ...answers })).toEqual([]);
  });
});

describe('parseInstance refuses', () => {
  it.each<[string, unknown, string]>([
    ['name', { ...least, name: 'Payments' }, 'name'],
    ['name', { ...least, name: 'a'.repeat(41) }, 'name'],
    ['owner', { ...least, owner: '' }, 'owner'],
    ['owner', { ...least, owner: 'component:default/x' }, 'owner'],
    ['system', { ...least, system: 'a b' }, 'system'],
    ['description', { ...least, description: 'two\nlines' }, 'description'],
    ['no environment', { ...least, environments: [] }, 'environments'],
    [
      'the same name twice',
      { ...least, environments: [dev, { ...dev, namespace: 'other' }] },
      'environments[1].name',
    ],
    [
      'the same namespace twice',
      {
        ...least,
        environments: [
          { ...dev, namespace: 'n' },
          { ...dev, name: 'b', namespace: 'n' },
        ],
      },
      'environments[1].namespace',
    ],
    [
      'a stage',
      { ...least, environments: [{ name: 'dev', stage: 'prod' }] },
      'environments[0].stage',
    ],
    [
      'a host',
      { ...least, environments: [{ ...dev, host: 'https://x' }] },
      'environments[0].host',
    ],
    [
      'production without host',
      { ...least, environments: [{ ...production, host: '' }] },
      'environments[0].host',
    ],
    [
      'latest in production',
      { ...least, environments: [{ ...production, imageTag: '' }] },
      'environments[0].imageTag',
    ],
    [
      'a branch in production',
      { ...least, environments: [{ ...production, imageTag: 'main' }] },
      'environments[0].imageTag',
    ],
    [
      'latest in staging',
      {
        ...least,
        environments: [{ ...production, stage: 'staging', imageTag: 'latest' }],
      },
      'environments[0].imageTag',
    ],
    [
      'replicas on SQLite',
      { ...least, environments: [{ ...dev, replicas: 2, storage: shared }] },
      'environments[0].replicas',
    ],
    [
      'autoscaling on SQLite',
      { ...least, environments: [{ ...scaled, database: 'sqlite' }] },
      'environments[0].autoscaling',
    ],
    [
      'autoscaling upside down',
      {
        ...least,
        environments: [
          { ...scaled, autoscaling: { minReplicas: 5, maxReplicas: 2 } },
        ],
      },
      'environments[0].autoscaling',
    ],
    [
      'a storage size',
      { ...least, environments: [{ ...dev, storage: { size: 'big' } }] },
      'environments[0].storage.size',
    ],
    ['an unknown field', { ...least, replicas: 2 }, 'replicas'],
    [
      'a gateway without name',
      { ...least, environments: [production], exposure: { kind: 'httpRoute' } },
      'exposure.gateway.name',
    ],
    [
      'a ServiceMonitor without metrics',
      { ...least, observability: { serviceMonitor: true } },
      'observability.serviceMonitor',
    ],
    [
      'cert-manager without issuer',
      { ...least, access: { providers: [adfs], samlKeyPair: 'certManager' } },
      'access.samlIssuer',
    ],
    [
      'a network policy without the network of Postgres',
      { ...least, environments: [scaled], exposure: { networkPolicy: true } },
      'environments[0].postgres',
    ],
    [
      'two providers of one name',
      { ...least, access: { providers: [okta, okta] } },
      'access.providers[1].name',
    ],
    [
      'two backends of one name',
      { ...least, llmBackends: [claude, claude] },
      'llmBackends[1].name',
    ],
    [
      'a backend name',
      { ...least, llmBackends: [{ ...claude, name: 'Claude' }] },
      'llmBackends[0].name',
    ],
    [
      'a secret name',
      { ...least, secrets: { secretName: 'A b' } },
      'secrets.secretName',
    ],
    ['a repository', { ...least, repoUrl: 'https://x/y' }, 'repoUrl'],
    [
      'replicas without Postgres',
      { ...least, environments: [{ ...dev, replicas: 2 }] },
      'environments[0].replicas',
    ],
    [
      'autoscaling without Postgres',
      {
        ...least,
        environments: [
          { ...dev, autoscaling: { minReplicas: 1, maxReplicas: 2 } },
        ],
      },
      'environments[0].autoscaling',
    ],
    [
      'fewer pods at most than at least',
      {
        ...least,
        environments: [
          { ...dev, autoscaling: { minReplicas: 3, maxReplicas: 2 } },
        ],
      },
      'environments[0].autoscaling',
    ],
    [
      'a network policy that does not know where Postgres is',
      {
        ...least,
        environments: [{ ...dev, database: 'postgres' }],
        exposure: { networkPolicy: true },
      },
      'environments[0].postgres',
    ],
    [
      'GitOps without a repository',
      { ...least, delivery: { gitops: 'argocd' } },
      'repoUrl',
    ],
    [
      'Flux without Kustomize',
      {
        ...least,
        delivery: { gitops: 'flux', manifests: 'helm' },
        repoUrl: 'github.com?owner=a&repo=b',
      },
      'delivery.manifests',
    ],
    ['nothing', undefined, ''],
    ['a list', [], ''],
  ])('%s', (_what, answers, path) => {
    const parsed = parseInstance(answers);
    expect(parsed.ok ? [] : parsed.issues.map(issue => issue.path)).toContain(
      path,
    );
  });

  it('everything at once', () => {
    const parsed = parseInstance({
      name: 'A',
      owner: '',
      environments: [{ name: '', stage: 'x' }],
      surprise: 1,
    });
    expect(
      parsed.ok ? [] : parsed.issues.map(issue => issue.path).sort(),
    ).toEqual([
      'environments[0].name',
      'environments[0].stage',
      'name',
      'owner',
      'surprise',
    ]);
  });

  it.each([
    ['name', 'postgres://admin:canary-7f3a@db/alexandria'],
    ['description', 'postgres://admin:canary-7f3a@db/alexandria'],
    ['description', 'ghp_canary7f3acanary7f3a'],
    ['name', 'sk-canary7f3a0123456789'],
    ['owner', 'sk-canary7f3a0123456789'],
    ['system', 'Q2FuYXJ5N2YzYTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE'],
    ['description', 'Q2FuYXJ5/7f3aQTAxMjM0NTY3ODkwMTIzNDU2Nzg5MD='],
    ['repoUrl', 'https://user:canary-7f3a@git.example.com'],
  ])('a credential in %s without repeating it', (field, value) => {
    const issues = issuesOf({ ...least, [field]: value });
    expect(issues.join('\n')).toContain(field);
    expect(issues.join('\n')).not.toContain('7f3a');
  });
});

it('takes a commit for an image tag', () => {
  expect(
    issuesOf({
      ...least,
      environments: [
        { ...dev, imageTag: '0123456789abcdef'.repeat(3).slice(8) },
      ],
    }),
  ).toEqual([]);
});

describe('valuesForEnvironment', () => {
  const values = (answers: Partial<InstanceInput>, environment: string) => {
    const parsed = parseInstance({ ...least, ...answers });
    if (!parsed.ok) {
      throw new Error(parsed.issues.map(formatIssue).join('\n'));
    }
    return valuesForEnvironment(parsed.value, environment);
  };

  it('says only what differs from the defaults', () => {
    expect(values({}, 'dev')).toEqual({
      backstage: { entityName: 'payments-assistant' },
      image: {
        api: { pullPolicy: 'Always' },
        orchestrator: { pullPolicy: 'Always' },
        dashboard: { pullPolicy: 'Always' },
      },
      config: {
        webauthn: { rpId: 'localhost', rpOrigin: 'http://localhost:8080' },
      },
      auth: { existingSecret: 'alexandria-auth' },
    });
  });

  it('hardens production', () => {
    expect(
      values(
        { environments: [scaled], exposure: { kind: 'ingress' } },
        'production',
      ),
    ).toMatchObject({
      checklist: { enforce: true },
      image: { api: { tag: 'v1.0.0' } },
      autoscaling: { enabled: true, minReplicas: 2 },
      persistence: { accessMode: 'ReadWriteMany' },
      pdb: { enabled: true, minAvailable: null, maxUnavailable: 1 },
      config: {
        webauthn: {
          rpId: 'assistant.payments.test',
          rpOrigin: 'https://assistant.payments.test',
        },
        security: { hstsMaxAge: 31536000 },
        database: { existingSecret: 'alexandria-database' },
      },
      ingress: { enabled: true },
    });
  });

  it('throws for an environment that the instance lacks', () => {
    expect(() => values({}, 'production')).toThrow(RangeError);
  });
});
