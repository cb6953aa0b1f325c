import { resolveValues } from '../resolveValues';
import { ValuesInput } from '../valuesSchema';
import { guards } from './index';

const release = { name: 'alexandria', namespace: 'alexandria' };
const postgres = { database: { existingSecret: 'db' } };
const shared = { accessMode: 'ReadWriteMany' } as const;
const auth = { existingSecret: 'auth' };
const scaled = { config: postgres, persistence: shared, auth };
const oidc = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://id.example.com',
  client_id: 'a',
  redirect_uri: 'https://a.example.com/auth/oidc/okta/callback',
} as const;
const saml = {
  name: 'corp',
  kind: 'saml',
  metadata_url: 'https://id.example.com/metadata',
} as const;
const backend = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
};
const keyed = { ...backend, apiKeyEnvVar: 'KEY' };
const keyRef = { apiKeySecretRef: { name: 'llm', key: 'claude' } };
const store = { enabled: true };
const container = { name: 'proxy', image: 'proxy:1' };

/** id → values that break it, the path it is reported at, and the nearest values that do not break it. */
const cases: [
  id: string,
  broken: ValuesInput,
  path: string,
  accepted: ValuesInput,
][] = [
  [
    'replicas-need-postgres',
    { ...scaled, replicaCount: 2, config: {} },
    'replicaCount',
    { ...scaled, replicaCount: 2 },
  ],
  [
    'replicas-need-postgres',
    { ...scaled, autoscaling: { enabled: true }, config: {} },
    'autoscaling.maxReplicas',
    { ...scaled, autoscaling: { enabled: true } },
  ],
  [
    'replicas-need-shared-storage',
    { ...scaled, replicaCount: 2, persistence: {} },
    'persistence.accessMode',
    { ...scaled, replicaCount: 2 },
  ],
  [
    'replicas-need-shared-storage',
    { ...scaled, replicaCount: 2, persistence: { ...shared, enabled: false } },
    'persistence.accessMode',
    { ...scaled, replicaCount: 1, persistence: { enabled: false } },
  ],
  [
    'jwt-needs-source',
    { ...scaled, replicaCount: 2, auth: {} },
    'auth.existingSecret',
    { ...scaled, replicaCount: 2, auth: { jwtSecret: 'x' } },
  ],
  [
    'jwt-needs-source',
    { persistence: { enabled: false } },
    'auth.existingSecret',
    { persistence: { enabled: false }, externalSecrets: store },
  ],
  [
    'autoscaling-min-max',
    { autoscaling: { minReplicas: 6 } },
    'autoscaling.minReplicas',
    { autoscaling: { minReplicas: 5 } },
  ],
  [
    'autoscaling-needs-metric',
    {
      ...scaled,
      autoscaling: { enabled: true, targetCPUUtilizationPercentage: null },
    },
    'autoscaling.enabled',
    {
      ...scaled,
      autoscaling: {
        enabled: true,
        targetCPUUtilizationPercentage: null,
        targetMemoryUtilizationPercentage: 80,
      },
    },
  ],
  [
    'autoscaling-container-unknown',
    { ...scaled, autoscaling: { enabled: true, container: 'proxy' } },
    'autoscaling.container',
    {
      ...scaled,
      autoscaling: { enabled: true, container: 'proxy' },
      extraContainers: [container],
    },
  ],
  [
    'pdb-both',
    { pdb: { enabled: true, maxUnavailable: 1 } },
    'pdb.maxUnavailable',
    { pdb: { enabled: true, minAvailable: null, maxUnavailable: '50%' } },
  ],
  [
    'pdb-neither',
    { pdb: { enabled: true, minAvailable: null } },
    'pdb.enabled',
    { pdb: { minAvailable: null } },
  ],
  [
    'existing-claim-needs-persistence',
    { auth, persistence: { enabled: false, existingClaim: 'x' } },
    'persistence.existingClaim',
    { auth, persistence: { existingClaim: 'x' } },
  ],
  [
    'auth-two-sources',
    { auth, externalSecrets: store },
    'auth.existingSecret',
    { auth: { jwtSecret: 'x' }, externalSecrets: store },
  ],
  [
    'database-two-sources',
    {
      config: { database: { url: 'postgres://u:p@h/d', existingSecret: 'db' } },
    },
    'config.database.url',
    { config: { database: { url: 'postgres://u:p@h/d' } } },
  ],
  [
    'database-two-sources',
    { config: postgres, externalSecrets: { ...store, databaseUrlKey: 'k' } },
    'externalSecrets.databaseUrlKey',
    { config: postgres, externalSecrets: { databaseUrlKey: 'k' } },
  ],
  [
    'external-secrets-need-store',
    { externalSecrets: { ...store, secretStoreName: '' } },
    'externalSecrets.secretStoreName',
    { externalSecrets: { secretStoreName: '' } },
  ],
  [
    'external-secrets-empty',
    { externalSecrets: { ...store, jwtSecretKey: '', adminPasswordKey: '' } },
    'externalSecrets.enabled',
    { externalSecrets: { ...store, jwtSecretKey: '' } },
  ],
  [
    'external-secrets-unknown-provider',
    {
      externalSecrets: { ...store, oidcClientSecrets: { okta: { key: 'k' } } },
    },
    'externalSecrets.oidcClientSecrets.okta',
    {
      externalSecrets: { ...store, oidcClientSecrets: { okta: { key: 'k' } } },
      federation: { enabled: true, providers: [oidc] },
    },
  ],
  [
    'external-secrets-unknown-backend',
    {
      externalSecrets: { ...store, llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [backend],
    },
    'externalSecrets.llmApiKeys.claude',
    {
      externalSecrets: { ...store, llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [keyed],
    },
  ],
  [
    'api-bind-loopback',
    { config: { api: { bind: '127.0.0.1' } } },
    'config.api.bind',
    { config: { api: { bind: '10.0.0.1' } } },
  ],
  [
    'api-bind-loopback',
    { config: { api: { bind: '::1' } } },
    'config.api.bind',
    { config: { api: { bind: '::' } } },
  ],
  [
    'api-bind-loopback',
    { config: { api: { bind: '0:0:0:0:0:0:0:1' } } },
    'config.api.bind',
    { config: { api: { bind: '1::1' } } },
  ],
  [
    'dashboard-port-is-api-port',
    { dashboard: { port: 8080 } },
    'dashboard.port',
    { dashboard: { port: 8081 } },
  ],
  [
    'api-port-privileged',
    { config: { api: { port: 443 } } },
    'config.api.port',
    { config: { api: { port: 1024 } } },
  ],
  [
    'rp-origin-outside-rp-id',
    {
      config: {
        webauthn: { rpId: 'example.com', rpOrigin: 'https://badexample.com' },
      },
    },
    'config.webauthn.rpOrigin',
    {
      config: {
        webauthn: {
          rpId: 'example.com',
          rpOrigin: 'https://a.example.com:8443',
        },
      },
    },
  ],
  [
    'config-extra-known-table',
    { config: { extra: { security: {} } } },
    'config.extra.security',
    { config: { extra: { mail: { host: 'h', tls: true, ports: [1, 2] } } } },
  ],
  [
    'federation-needs-provider',
    { federation: { enabled: true } },
    'federation.enabled',
    { federation: { enabled: true, providers: [oidc] } },
  ],
  [
    'federation-provider-repeated',
    {
      federation: {
        enabled: true,
        providers: [oidc, { ...saml, name: 'okta' }],
      },
    },
    'federation.providers[1].name',
    { federation: { enabled: true, providers: [oidc, saml] } },
  ],
  [
    'saml-first-boot-needs-persistence',
    {
      auth,
      persistence: { enabled: false },
      federation: { enabled: true, providers: [saml] },
    },
    'federation.saml.keyPair',
    {
      auth,
      persistence: { enabled: false },
      federation: {
        enabled: true,
        providers: [saml],
        saml: { keyPair: 'existingSecret' },
      },
    },
  ],
  [
    'saml-cert-manager-needs-issuer',
    {
      federation: {
        enabled: true,
        providers: [saml],
        saml: { keyPair: 'certManager' },
      },
    },
    'federation.saml.certManager.issuerRef.name',
    {
      federation: {
        enabled: true,
        providers: [saml],
        saml: {
          keyPair: 'certManager',
          certManager: { issuerRef: { name: 'ca' } },
        },
      },
    },
  ],
  [
    'saml-certificate-renewal',
    { federation: { saml: { certManager: { renewBefore: '87600h' } } } },
    'federation.saml.certManager.renewBefore',
    { federation: { saml: { certManager: { renewBefore: '87599h' } } } },
  ],
  [
    'llm-backend-repeated',
    { llmBackends: [backend, backend] },
    'llmBackends[1].name',
    { llmBackends: [backend, { ...backend, name: 'other' }] },
  ],
  [
    'llm-key-without-variable',
    { llmBackends: [{ ...backend, ...keyRef }] },
    'llmBackends[0].apiKeySecretRef',
    { llmBackends: [{ ...keyed, ...keyRef }] },
  ],
  [
    'llm-key-without-source',
    { llmBackends: [keyed] },
    'llmBackends[0].apiKeyEnvVar',
    {
      llmBackends: [keyed],
      extraEnv: { orchestrator: [{ name: 'KEY', value: 'x' }] },
    },
  ],
  [
    'llm-key-without-source',
    { llmBackends: [keyed], extraEnv: { api: [{ name: 'KEY', value: 'x' }] } },
    'llmBackends[0].apiKeyEnvVar',
    {
      llmBackends: [keyed],
      extraEnvFrom: { orchestrator: [{ secretRef: { name: 'llm' } }] },
    },
  ],
  [
    'llm-key-two-sources',
    {
      llmBackends: [{ ...keyed, ...keyRef }],
      extraEnv: { orchestrator: [{ name: 'KEY', value: 'x' }] },
    },
    'llmBackends[0].apiKeyEnvVar',
    {
      llmBackends: [{ ...keyed, ...keyRef }],
      extraEnv: { orchestrator: [{ name: 'OTHER', value: 'x' }] },
    },
  ],
  [
    'llm-key-two-sources',
    {
      llmBackends: [
        { ...keyed, ...keyRef },
        { ...keyed, ...keyRef, name: 'b' },
      ],
    },
    'llmBackends[1].apiKeyEnvVar',
    {
      llmBackends: [
        { ...keyed, ...keyRef },
        { ...keyed, name: 'b' },
      ],
    },
  ],
  [
    'llm-key-two-sources',
    {
      externalSecrets: { ...store, llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [{ ...keyed, ...keyRef }],
    },
    'llmBackends[0].apiKeyEnvVar',
    {
      externalSecrets: { llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [{ ...keyed, ...keyRef }],
    },
  ],
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
    'label-reserved',
    { commonLabels: { 'app.kubernetes.io/name': 'x' } },
    'commonLabels["app.kubernetes.io/name"]',
    { commonLabels: { 'example.com/name': 'x' } },
  ],
  [
    'label-reserved',
    { podLabels: { 'helm.sh/chart': 'x' } },
    'podLabels["helm.sh/chart"]',
    { podLabels: { 'my-helm.sh/chart': 'x' } },
  ],
  [
    'pod-annotation-reserved',
    { podAnnotations: { 'checksum/config': 'x' } },
    'podAnnotations["checksum/config"]',
    { podAnnotations: { 'example.com/restarted': 'x' } },
  ],
  [
    'env-reserved',
    { extraEnv: { api: [{ name: 'ALEXANDRIA_JWT_SECRET', value: 'x' }] } },
    'extraEnv.api[0].name',
    { extraEnv: { api: [{ name: 'ALEXANDRIA_OTHER', value: 'x' }] } },
  ],
  [
    'env-reserved',
    {
      llmBackends: [
        { ...keyed, ...keyRef, apiKeyEnvVar: 'ALEXANDRIA_DATABASE_URL' },
      ],
    },
    'llmBackends[0].apiKeyEnvVar',
    { llmBackends: [{ ...keyed, ...keyRef }] },
  ],
  [
    'env-repeated',
    { extraEnv: { api: [{ name: 'A' }, { name: 'A' }] } },
    'extraEnv.api[1].name',
    { extraEnv: { api: [{ name: 'A' }], dashboard: [{ name: 'A' }] } },
  ],
  [
    'env-repeated',
    {
      extraContainers: [{ ...container, env: [{ name: 'A' }, { name: 'A' }] }],
    },
    'extraContainers[0].env[1].name',
    { extraContainers: [{ ...container, env: [{ name: 'A' }] }] },
  ],
  [
    'env-two-values',
    {
      extraEnv: {
        api: [
          {
            name: 'A',
            value: 'x',
            valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
          },
        ],
      },
    },
    'extraEnv.api[0].valueFrom',
    {
      extraEnv: {
        api: [
          {
            name: 'A',
            valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
          },
        ],
      },
    },
  ],
  [
    'volume-reserved',
    { extraVolumes: [{ name: 'data', emptyDir: {} }] },
    'extraVolumes[0].name',
    { extraVolumes: [{ name: 'models', emptyDir: {} }] },
  ],
  [
    'volume-repeated',
    {
      extraVolumes: [
        { name: 'm', emptyDir: {} },
        { name: 'm', emptyDir: {} },
      ],
    },
    'extraVolumes[1].name',
    {
      extraVolumes: [
        { name: 'm', emptyDir: {} },
        { name: 'n', emptyDir: {} },
      ],
    },
  ],
  [
    'mount-unknown-volume',
    { extraVolumeMounts: { api: [{ name: 'm', mountPath: '/m' }] } },
    'extraVolumeMounts.api[0].name',
    { extraVolumeMounts: { api: [{ name: 'data', mountPath: '/m' }] } },
  ],
  [
    'mount-unknown-volume',
    {
      extraContainers: [
        { ...container, volumeMounts: [{ name: 'm', mountPath: '/m' }] },
      ],
    },
    'extraContainers[0].volumeMounts[0].name',
    {
      extraVolumes: [{ name: 'm', emptyDir: {} }],
      extraContainers: [
        { ...container, volumeMounts: [{ name: 'm', mountPath: '/m' }] },
      ],
    },
  ],
  [
    'mount-path-reserved',
    {
      extraVolumeMounts: {
        api: [{ name: 'data', mountPath: '/etc/alexandria/' }],
      },
    },
    'extraVolumeMounts.api[0].mountPath',
    {
      extraVolumeMounts: {
        api: [{ name: 'data', mountPath: '/etc/alexandria.d' }],
      },
    },
  ],
  [
    'mount-path-repeated',
    {
      extraVolumeMounts: {
        api: [
          { name: 'data', mountPath: '/a' },
          { name: 'run', mountPath: '/a' },
        ],
      },
    },
    'extraVolumeMounts.api[1].mountPath',
    {
      extraVolumeMounts: {
        api: [
          { name: 'data', mountPath: '/a' },
          { name: 'data', mountPath: '/b' },
        ],
      },
    },
  ],
  [
    'container-reserved',
    { extraContainers: [{ ...container, name: 'llm-init-x' }] },
    'extraContainers[0].name',
    { extraContainers: [container] },
  ],
  [
    'container-repeated',
    { extraContainers: [container, container] },
    'extraContainers[1].name',
    { extraContainers: [container, { ...container, name: 'b' }] },
  ],
  [
    'port-taken',
    { extraContainers: [{ ...container, ports: [{ containerPort: 8080 }] }] },
    'extraContainers[0].ports[0].containerPort',
    {
      extraContainers: [
        {
          ...container,
          ports: [
            { containerPort: 8080, protocol: 'UDP' },
            { containerPort: 8082 },
          ],
        },
      ],
    },
  ],
  [
    'port-name-taken',
    {
      extraContainers: [
        { ...container, ports: [{ name: 'http', containerPort: 8082 }] },
      ],
    },
    'extraContainers[0].ports[0].name',
    {
      extraContainers: [
        { ...container, ports: [{ name: 'proxy', containerPort: 8082 }] },
      ],
    },
  ],
  [
    'pull-secret-repeated',
    { imagePullSecrets: [{ name: 'a' }, { name: 'a' }] },
    'imagePullSecrets[1].name',
    { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] },
  ],
  [
    'topology-spread-repeated',
    {
      topologySpreadConstraints: [
        { topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' },
        { topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' },
      ],
    },
    'topologySpreadConstraints[1]',
    {
      topologySpreadConstraints: [
        { topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' },
        { topologyKey: 'h', whenUnsatisfiable: 'DoNotSchedule' },
      ],
    },
  ],
  [
    'grace-period-too-short',
    { terminationGracePeriodSeconds: 5 },
    'terminationGracePeriodSeconds',
    { terminationGracePeriodSeconds: 6 },
  ],
  [
    'probe-needs-one-handler',
    { livenessProbe: { exec: { command: ['true'] } } },
    'livenessProbe',
    { livenessProbe: { httpGet: null, exec: { command: ['true'] } } },
  ],
  [
    'probe-needs-one-handler',
    { startupProbe: { httpGet: null } },
    'startupProbe',
    { startupProbe: { failureThreshold: 10 } },
  ],
  [
    'sysctl-reserved',
    {
      podSecurityContext: {
        sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
      },
    },
    'podSecurityContext.sysctls',
    {
      dashboard: { port: 8081 },
      podSecurityContext: {
        sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
      },
    },
  ],
  [
    'rbac-default-service-account',
    { rbac: { create: true }, serviceAccount: { create: false } },
    'rbac.create',
    {
      rbac: { create: true },
      serviceAccount: { create: false, name: 'alexandria' },
    },
  ],
  [
    'metrics-path-taken',
    { metrics: { path: '/health' } },
    'metrics.path',
    { metrics: { path: '/v1/metrics' } },
  ],
  [
    'label-reserved',
    { metrics: { serviceMonitor: { labels: { 'helm.sh/chart': 'x' } } } },
    'metrics.serviceMonitor.labels["helm.sh/chart"]',
    { metrics: { serviceMonitor: { labels: { release: 'x' } } } },
  ],
  [
    'key-merge',
    { affinity: { list: [{ '<<': 'x' }] } },
    'affinity.list[0]',
    { affinity: { '<': '<<', '<<<': 'x' } },
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
  [
    'volume-needs-one-source',
    { extraVolumes: [{ name: 'm' }] },
    'extraVolumes[0]',
    { extraVolumes: [{ name: 'm', emptyDir: {} }] },
  ],
  [
    'rbac-url-needs-cluster-role',
    {
      rbac: {
        clusterScoped: false,
        rules: [{ nonResourceURLs: ['/a'], verbs: ['get'] }],
      },
    },
    'rbac.rules[0].nonResourceURLs',
    { rbac: { rules: [{ nonResourceURLs: ['/a'], verbs: ['get'] }] } },
  ],
  [
    'request-above-limit',
    { resources: { api: { requests: { cpu: 0.6 } } } },
    'resources.api.requests.cpu',
    { resources: { api: { requests: { cpu: 0.5, memory: '536870912' } } } },
  ],
  [
    'request-above-limit',
    { resources: { jobs: { requests: { memory: '1.1G' } } } },
    'resources.jobs.requests.memory',
    {
      resources: {
        jobs: { requests: { memory: '1.1G' }, limits: { memory: '1100M' } },
      },
    },
  ],
  [
    'resource-fraction-of-byte',
    { resources: { api: { requests: { memory: '512m' } } } },
    'resources.api.requests.memory',
    { resources: { api: { requests: { memory: '512M', cpu: '500m' } } } },
  ],
  [
    'resource-fraction-of-byte',
    { resources: { init: { limits: { 'ephemeral-storage': 0.5 } } } },
    'resources.init.limits.ephemeral-storage',
    { resources: { init: { limits: { 'ephemeral-storage': 2 } } } },
  ],
  [
    'text-unreadable',
    { podAnnotations: { note: 'a\u0085b' } },
    'podAnnotations.note',
    { podAnnotations: { note: 'a\n\tb \u00a0 \u{1f600}' } },
  ],
];

describe('guards', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      const guard = guards.find(candidate => candidate.id === id)!;
      expect(resolveValues([broken], release)).toMatchObject({
        ok: false,
        issues: [{ path, message: guard.message, remedy: guard.remedy }],
      });
      expect(resolveValues([accepted], release)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['release-name', { name: '1x', namespace: 'a' }, {}, 'release.name'],
    ['release-name', { name: 'a.b', namespace: 'a' }, {}, 'release.name'],
    [
      'release-name',
      { name: 'A', namespace: 'a' },
      { fullnameOverride: 'x' },
      'release.name',
    ],
    [
      'release-name',
      { name: 'a'.repeat(54), namespace: 'a' },
      {},
      'release.name',
    ],
    [
      'release-namespace',
      { name: 'a', namespace: 'a.b' },
      {},
      'release.namespace',
    ],
    [
      'release-namespace',
      { name: 'a', namespace: '' },
      {},
      'release.namespace',
    ],
  ])('%s refuses the release %j', (id, where, values, path) => {
    const { message } = guards.find(candidate => candidate.id === id)!;
    expect(resolveValues([values], where)).toMatchObject({
      ok: false,
      issues: [{ path, message }],
    });
  });

  it('accepts a release name that begins with a digit under fullnameOverride', () => {
    expect(
      resolveValues([{ fullnameOverride: 'x' }], {
        name: '1x',
        namespace: 'a',
      }),
    ).toMatchObject({ ok: true });
  });

  it('has a case for each', () => {
    const covered = new Set([
      ...cases.map(([id]) => id),
      'release-name',
      'release-namespace',
    ]);
    expect(guards.map(({ id }) => id).filter(id => !covered.has(id))).toEqual(
      [],
    );
  });

  it('has no id twice and ends no text with a full stop', () => {
    const ids = guards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      guards
        .flatMap(({ message, remedy }) => [message, remedy])
        .filter(text => text.endsWith('.')),
    ).toEqual([]);
  });
});
