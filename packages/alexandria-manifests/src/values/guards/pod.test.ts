import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { podGuards } from './pod';

const backend = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
};
const keyed = { ...backend, apiKeyEnvVar: 'KEY' };
const keyRef = { apiKeySecretRef: { name: 'llm', key: 'claude' } };
const container = { name: 'proxy', image: 'proxy:1' };

const cases: GuardCase[] = [
  [
    'api-port-privileged',
    { config: { api: { port: 443 } } },
    'config.api.port',
    { config: { api: { port: 1024 } } },
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
    'port-taken',
    {
      extraContainers: [
        { ...container, ports: ['8080', [], { containerPort: 8080 }] },
      ],
    },
    'extraContainers[0].ports[2].containerPort',
    { extraContainers: [{ ...container, ports: ['8080', '8080'] }] },
  ],
  [
    'port-taken',
    {
      extraContainers: [
        {
          ...container,
          ports: [
            { containerPort: 8082 },
            { containerPort: 8082, protocol: 'TCP' },
          ],
        },
      ],
    },
    'extraContainers[0].ports[1].containerPort',
    { extraContainers: [{ ...container, ports: 'containerPort: 8080' }] },
  ],
  [
    'port-name-taken',
    {
      extraContainers: [
        {
          ...container,
          ports: [{ name: 'a' }, { name: 1 }, { name: 'a' }],
        },
      ],
    },
    'extraContainers[0].ports[2].name',
    {
      extraContainers: [
        { ...container, ports: [{ name: 1 }, { name: 1 }, {}, {}] },
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
    'topology-spread-repeated',
    {
      topologySpreadConstraints: [
        { topologyKey: '', whenUnsatisfiable: 'ScheduleAnyway' },
        { whenUnsatisfiable: 'ScheduleAnyway' },
      ],
    },
    'topologySpreadConstraints[1]',
    { topologySpreadConstraints: [{ topologyKey: 'a b' }, {}] },
  ],
  [
    'topology-spread-repeated',
    {
      topologySpreadConstraints: [
        { topologyKey: 'zone', whenUnsatisfiable: '' },
        { topologyKey: 'zone' },
      ],
    },
    'topologySpreadConstraints[1]',
    {
      topologySpreadConstraints: [
        { topologyKey: 'zone', whenUnsatisfiable: '' },
        { topologyKey: 'host' },
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
    'rbac-default-service-account',
    {
      rbac: { create: true },
      serviceAccount: { create: false, name: 'default' },
    },
    'rbac.create',
    { rbac: { create: true }, serviceAccount: { name: 'default' } },
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
];

describe('the guards of the pod', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(podGuards, cases)).toEqual([]);
  });
});
