import { BrokenCase } from './BrokenCase';
import { keyRef, llm, side } from './parts';

export const brokenPod: BrokenCase[] = [
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
        env: [{ name: 'A' }, { name: 'B' }, { name: 'A' }],
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
        '80',
        { containerPort: 80 },
      ],
    }),
  },
  {
    id: 'port-name-taken',
    values: side({
      ports: [
        { name: 'http', containerPort: 9000 },
        { name: 'api', containerPort: 9003 },
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
    id: 'rbac-default-service-account',
    values: {
      rbac: { create: true },
      serviceAccount: { create: false, name: 'default' },
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
];
