import { Release, ValuesInput } from '../../values/valuesSchema';

/** Values that break one rule, and sometimes others with it. */
export interface BrokenCase {
  /** Id of the guard, or `checklist/` and the id of the point. */
  id: string;
  values: ValuesInput;
  release?: Release;
}

const oidc = {
  name: 'okta',
  kind: 'oidc' as const,
  issuer: 'https://okta.example.com',
  client_id: '0oa1',
  redirect_uri: 'https://a.example.com/auth/oidc/okta/callback',
};
const saml = {
  name: 'corp',
  kind: 'saml' as const,
  metadata_url: 'https://idp.example.com/metadata',
};
const llm = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
  apiKeyEnvVar: 'ANTHROPIC_API_KEY',
};
const keyRef = { name: 'alexandria-llm', key: 'claude' };
const side = (fields: Record<string, unknown>) =>
  ({
    extraContainers: [{ name: 'side', image: 'busybox:1.37', ...fields }],
  } as ValuesInput);
const shared = {
  persistence: { accessMode: 'ReadWriteMany' as const },
  config: { database: { existingSecret: 'alexandria-database' } },
  auth: { existingSecret: 'alexandria-auth' },
};

/** At least one case of every guard. */
export const brokenByGuard: BrokenCase[] = [
  {
    id: 'release-name',
    values: {},
    release: { name: '1alexandria', namespace: 'alexandria' },
  },
  {
    id: 'release-name',
    values: {},
    release: { name: 'alex.andria', namespace: 'alexandria' },
  },
  {
    id: 'release-namespace',
    values: {},
    release: { name: 'alexandria', namespace: 'a.b' },
  },
  {
    id: 'label-reserved',
    values: {
      commonLabels: { 'helm.sh/chart': 'x', 'backstage.io/kubernetes-id': 'x' },
      podLabels: { 'app.kubernetes.io/name': 'x', team: 'payments' },
    },
  },
  {
    id: 'pod-annotation-reserved',
    values: {
      podAnnotations: {
        'checksum/config': 'x',
        'kubectl.kubernetes.io/default-container': 'x',
        mine: 'x',
      },
    },
  },
  {
    id: 'replicas-need-postgres',
    values: { ...shared, replicaCount: 2, config: {} },
  },
  {
    id: 'replicas-need-postgres',
    values: { ...shared, autoscaling: { enabled: true }, config: {} },
  },
  {
    id: 'replicas-need-shared-storage',
    values: { ...shared, replicaCount: 2, persistence: {} },
  },
  {
    id: 'jwt-needs-source',
    values: { persistence: { enabled: false } },
  },
  {
    id: 'jwt-needs-source',
    values: { ...shared, replicaCount: 2, auth: {} },
  },
  {
    id: 'autoscaling-min-max',
    values: { autoscaling: { minReplicas: 6 } },
  },
  {
    id: 'autoscaling-needs-metric',
    values: {
      ...shared,
      autoscaling: { enabled: true, targetCPUUtilizationPercentage: null },
    },
  },
  {
    id: 'autoscaling-container-unknown',
    values: { ...shared, autoscaling: { enabled: true, container: 'worker' } },
  },
  { id: 'pdb-both', values: { pdb: { enabled: true, maxUnavailable: 1 } } },
  { id: 'pdb-neither', values: { pdb: { enabled: true, minAvailable: null } } },
  {
    id: 'existing-claim-needs-persistence',
    values: {
      persistence: { enabled: false, existingClaim: 'mine' },
      auth: { existingSecret: 'alexandria-auth' },
    },
  },
  {
    id: 'auth-two-sources',
    values: {
      auth: { existingSecret: 'alexandria-auth' },
      externalSecrets: { enabled: true },
    },
  },
  {
    id: 'database-two-sources',
    values: {
      config: {
        database: { existingSecret: 'db', url: 'postgres://db/alexandria' },
      },
      externalSecrets: { enabled: true, databaseUrlKey: 'db' },
    },
  },
  {
    id: 'external-secrets-need-store',
    values: { externalSecrets: { enabled: true, secretStoreName: '' } },
  },
  {
    id: 'external-secrets-empty',
    values: {
      externalSecrets: {
        enabled: true,
        jwtSecretKey: '',
        adminPasswordKey: '',
      },
    },
  },
  {
    id: 'external-secrets-unknown-provider',
    values: {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'a' }, azure: { key: 'b' } },
      },
      federation: { enabled: true, providers: [oidc] },
    },
  },
  {
    id: 'external-secrets-unknown-provider',
    values: {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'a' } },
      },
      federation: { enabled: false, providers: [oidc] },
    },
  },
  {
    id: 'external-secrets-unknown-backend',
    values: {
      externalSecrets: {
        enabled: true,
        llmApiKeys: { claude: { key: 'a' }, gpt: { key: 'b' } },
      },
      llmBackends: [llm],
    },
  },
  {
    id: 'api-bind-loopback',
    values: { config: { api: { bind: '127.0.0.1' } } },
  },
  { id: 'api-bind-loopback', values: { config: { api: { bind: '::1' } } } },
  {
    id: 'dashboard-port-is-api-port',
    values: { dashboard: { port: 8080 } },
  },
  {
    id: 'rp-origin-outside-rp-id',
    values: {
      config: {
        webauthn: {
          rpId: 'example.com',
          rpOrigin: 'https://notexample.com:8443',
        },
      },
    },
  },
  {
    id: 'config-extra-known-table',
    values: {
      config: { extra: { security: { enabled: false }, mine: { a: 1 } } },
    },
  },
  {
    id: 'federation-needs-provider',
    values: { federation: { enabled: true } },
  },
  {
    id: 'federation-provider-repeated',
    values: {
      federation: { providers: [oidc, saml, { ...saml, name: 'okta' }] },
    },
  },
  {
    id: 'saml-first-boot-needs-persistence',
    values: {
      persistence: { enabled: false },
      auth: { existingSecret: 'alexandria-auth' },
      federation: { enabled: true, providers: [saml] },
    },
  },
  {
    id: 'saml-cert-manager-needs-issuer',
    values: {
      federation: {
        enabled: true,
        providers: [saml],
        saml: { keyPair: 'certManager' },
      },
    },
  },
  {
    id: 'saml-certificate-renewal',
    values: {
      federation: {
        saml: { certManager: { duration: '1h30m', renewBefore: '90m' } },
      },
    },
  },
  {
    id: 'llm-backend-repeated',
    values: {
      llmBackends: [
        { ...llm, apiKeySecretRef: keyRef },
        { ...llm, apiKeyEnvVar: undefined },
      ],
    },
  },
  {
    id: 'llm-key-without-variable',
    values: {
      llmBackends: [
        { ...llm, apiKeyEnvVar: undefined, apiKeySecretRef: keyRef },
      ],
    },
  },
  { id: 'llm-key-without-source', values: { llmBackends: [llm] } },
  {
    id: 'llm-key-two-sources',
    values: {
      llmBackends: [{ ...llm, apiKeySecretRef: keyRef }],
      externalSecrets: { enabled: true, llmApiKeys: { claude: { key: 'a' } } },
    },
  },
  {
    id: 'llm-key-two-sources',
    values: {
      llmBackends: [
        { ...llm, apiKeySecretRef: keyRef },
        { ...llm, name: 'second', apiKeySecretRef: keyRef },
      ],
    },
  },
  {
    id: 'llm-key-two-sources',
    values: {
      llmBackends: [{ ...llm, apiKeySecretRef: keyRef }],
      extraEnv: { orchestrator: [{ name: 'ANTHROPIC_API_KEY', value: 'x' }] },
    },
  },
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
    id: 'text-unreadable',
    values: {
      podAnnotations: { 'a.b/c': 'a\u0085b', fine: 'a\\u2028b' },
      extraContainers: [
        {
          name: 'side',
          image: 'busybox',
          args: ['x', '\u2028'],
          'a\u2029b': 'x',
        },
      ],
    },
  },
  {
    id: 'env-reserved',
    values: {
      extraEnv: {
        api: [{ name: 'ALEXANDRIA_OIDC_OKTA_CLIENT_SECRET', value: 'x' }],
        orchestrator: [{ name: 'OTEL_SERVICE_NAME', value: 'x' }],
        dashboard: [{ name: 'ALEXANDRIA_JWT_SECRET', value: 'x' }],
      },
      llmBackends: [
        {
          ...llm,
          apiKeyEnvVar: 'ALEXANDRIA_DATABASE_URL',
          apiKeySecretRef: keyRef,
        },
      ],
    },
  },
  {
    id: 'env-repeated',
    values: {
      extraEnv: {
        api: [
          { name: 'A', value: '1' },
          { name: 'B', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
      ...side({
        env: [{ name: 'A' }, 'not a map', { name: 'A' }, { name: 1 }],
      }),
    },
  },
  {
    id: 'env-two-values',
    values: {
      extraEnv: {
        dashboard: [
          {
            name: 'A',
            value: '',
            valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
          },
        ],
      },
    },
  },
  {
    id: 'volume-reserved',
    values: {
      extraVolumes: ['data', 'tmp', 'mine', 'token'].map(name => ({
        name,
        emptyDir: {},
      })),
    },
  },
  {
    id: 'volume-repeated',
    values: {
      extraVolumes: [
        { name: 'ca', emptyDir: {} },
        { name: 'ca', emptyDir: {} },
      ],
    },
  },
  {
    id: 'mount-unknown-volume',
    values: {
      extraVolumeMounts: {
        api: [
          { name: 'data', mountPath: '/a' },
          { name: 'token', mountPath: '/b' },
        ],
        dashboard: [{ name: 'ca', mountPath: '/ca' }],
      },
      ...side({ volumeMounts: [{ name: 'ca', mountPath: '/ca' }, 'x', {}] }),
    },
  },
  {
    id: 'mount-path-reserved',
    values: {
      extraVolumeMounts: {
        api: [{ name: 'run', mountPath: '/etc/alexandria/saml//' }],
        orchestrator: [
          { name: 'run', mountPath: '/tmp/' },
          { name: 'run', mountPath: '/' },
        ],
        dashboard: [{ name: 'run', mountPath: '/etc/nginx/nginx.conf' }],
      },
    },
  },
  {
    id: 'mount-path-repeated',
    values: {
      extraVolumeMounts: {
        api: [
          { name: 'run', mountPath: '/a' },
          { name: 'data', mountPath: '/a' },
        ],
      },
      ...side({
        volumeMounts: [
          { name: 'run', mountPath: '/a' },
          { name: 'data', mountPath: '/a' },
        ],
      }),
    },
  },
  {
    id: 'container-reserved',
    values: {
      extraContainers: ['api', 'llm-init-x', 'mine', 'config-init'].map(
        name => ({ name, image: 'busybox' }),
      ),
    },
  },
  {
    id: 'container-repeated',
    values: {
      extraContainers: ['side', 'other', 'side'].map(name => ({
        name,
        image: 'busybox',
      })),
    },
  },
  {
    id: 'port-taken',
    values: side({
      ports: [
        { containerPort: 8080 },
        { containerPort: 80, protocol: 'UDP' },
        { containerPort: 9000 },
        { containerPort: 9000, protocol: 'TCP' },
        { containerPort: '80' },
      ],
    }),
  },
  {
    id: 'port-name-taken',
    values: side({
      ports: [
        { name: 'http', containerPort: 9000 },
        { name: 'mine', containerPort: 9001 },
        { name: 'mine', containerPort: 9002 },
      ],
    }),
  },
  {
    id: 'pull-secret-repeated',
    values: { imagePullSecrets: [{ name: 'a' }, { name: 'b' }, { name: 'a' }] },
  },
  {
    id: 'topology-spread-repeated',
    values: {
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
        {
          maxSkew: 1,
          topologyKey: 'zone',
          whenUnsatisfiable: 'ScheduleAnyway',
        },
        { maxSkew: 2, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
        {},
        {},
      ],
    },
  },
  {
    id: 'grace-period-too-short',
    values: { terminationGracePeriodSeconds: 5 },
  },
  {
    id: 'probe-needs-one-handler',
    values: {
      startupProbe: { tcpSocket: { port: 'api' } },
      livenessProbe: { httpGet: null },
      readinessProbe: { httpGet: null, exec: { command: ['true'] } },
    },
  },
  {
    id: 'sysctl-reserved',
    values: {
      podSecurityContext: {
        sysctls: [
          'x',
          { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' },
        ],
      },
    },
  },
  { id: 'api-port-privileged', values: { config: { api: { port: 1023 } } } },
  {
    id: 'rbac-default-service-account',
    values: { rbac: { create: true }, serviceAccount: { create: false } },
  },
  {
    id: 'label-reserved',
    values: {
      metrics: {
        serviceMonitor: { labels: { 'helm.sh/chart': 'x', release: 'p' } },
      },
    },
  },
  {
    id: 'key-merge',
    values: {
      global: { a: { '<<': { b: 1 } } },
      affinity: { '<<': 'x', list: [{ '<<': 1 }], text: '"<<": a', '<<<': 1 },
    },
  },
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
  {
    id: 'volume-needs-one-source',
    values: {
      extraVolumes: [
        { name: 'none' },
        { name: 'two', emptyDir: {}, hostPath: { path: '/a' } },
        { name: 'one', emptyDir: {} },
      ],
    },
  },
  {
    id: 'rbac-url-needs-cluster-role',
    values: {
      rbac: {
        clusterScoped: false,
        rules: [
          { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
          { nonResourceURLs: ['/healthz'], verbs: ['get'] },
        ],
      },
    },
  },
  {
    id: 'request-above-limit',
    values: {
      resources: {
        api: { requests: { cpu: '501m', memory: 536870913 } },
        orchestrator: { limits: { cpu: 0.1, memory: '0.25Gi' } },
        dashboard: { requests: { cpu: '0.1', memory: '67108864' } },
        init: {
          requests: { memory: '1Ei', 'ephemeral-storage': '1.001Ki' },
          limits: { memory: '1.1E', 'ephemeral-storage': '1k' },
        },
        jobs: { requests: { cpu: 1 }, limits: null },
      },
    },
  },
  {
    id: 'resource-fraction-of-byte',
    values: {
      resources: {
        api: { requests: { memory: '512m', 'ephemeral-storage': 0.5 } },
        orchestrator: { limits: { memory: '2147483648.5' } },
        dashboard: { limits: { cpu: 0.5 } },
      },
    },
  },
];

/** What a production values file needs at the least. */
const production: ValuesInput = {
  checklist: { enforce: true },
  image: {
    api: { tag: 'v1.0.0' },
    orchestrator: { tag: '1.0.0-rc.1' },
    dashboard: { digest: `sha256:${'0'.repeat(64)}` },
  },
  config: {
    webauthn: {
      rpId: 'alexandria.acme.org',
      rpOrigin: 'https://alexandria.acme.org',
    },
    security: { hstsMaxAge: 31536000 },
  },
  auth: { existingSecret: 'alexandria-auth' },
};

/** Values that meet the checklist, so that `enforce` says nothing. */
export const meetsChecklist = production;

/** At least one case of every "must" of the production checklist. */
export const brokenByChecklist: BrokenCase[] = [
  {
    id: 'checklist/image-tags',
    values: {
      ...production,
      image: {
        api: { tag: 'main' },
        orchestrator: { tag: 'v1.0' },
        dashboard: { tag: '' },
      },
    },
  },
  {
    id: 'checklist/webauthn-domain',
    values: {
      ...production,
      config: { webauthn: { rpId: 'a.example.com', rpOrigin: '' } },
    },
  },
  {
    id: 'checklist/webauthn-domain',
    values: {
      ...production,
      config: {
        webauthn: { rpId: 'localhost', rpOrigin: 'http://localhost:8080' },
      },
    },
  },
  { id: 'checklist/auth-source', values: { ...production, auth: {} } },
  {
    id: 'checklist/hsts',
    values: {
      ...production,
      config: {
        ...production.config,
        security: { enabled: false, hstsMaxAge: 31535999 },
      },
    },
  },
  {
    id: 'checklist/hsts',
    values: {
      checklist: { enforce: true },
      httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }] },
    },
  },
  {
    id: 'checklist/dev-mode',
    values: {
      ...production,
      config: { ...production.config, general: { devMode: true } },
    },
  },
  {
    id: 'checklist/postgres-for-replicas',
    values: {
      ...production,
      replicaCount: 2,
      persistence: { accessMode: 'ReadWriteMany' },
    },
  },
  {
    id: 'checklist/exposure-host',
    values: { ...production, ingress: { enabled: true } },
  },
  {
    id: 'checklist/exposure-host',
    values: {
      ...production,
      httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }] },
    },
  },
  {
    id: 'checklist/federation-secret',
    values: {
      ...production,
      federation: { enabled: true, providers: [oidc] },
    },
  },
  {
    id: 'checklist/federation-secret',
    values: {
      ...production,
      auth: {},
      externalSecrets: { enabled: true },
      federation: { enabled: true, providers: [saml, oidc] },
    },
  },
];
