import { AcceptedCase } from './AcceptedCase';
import { corporate, okta, ollama, shared } from './parts';

const release = { name: 'on', namespace: 'no' };

/** Names and other words that YAML takes for booleans, numbers, times or maps, wherever values may hold them. */
export const misreadNameCases: AcceptedCase[] = [
  {
    name: 'a release that YAML takes for a boolean, with every object and an Ingress',
    values: {
      ...shared,
      auth: {},
      persistence: { ...shared.persistence, size: '1' },
      autoscaling: { enabled: true, container: 'y' },
      extraContainers: [
        {
          name: 'y',
          image: 'proxy:1',
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
      pdb: { enabled: true },
      networkPolicy: {
        enabled: true,
        postgres: { cidr: '2001:db8::/32' },
      },
      metrics: { enabled: true, serviceMonitor: { enabled: true } },
      externalSecrets: { enabled: true, secretStoreName: 'null' },
      ingress: {
        enabled: true,
        className: 'off',
        hosts: [{ host: 'yes', paths: [{ path: '/a:' }] }],
        tls: [{ secretName: 'true', hosts: ['yes'] }],
      },
    },
    release,
  },
  {
    name: 'a release that YAML takes for a boolean, behind a gateway',
    values: {
      httpRoute: {
        enabled: true,
        parentRefs: [{ name: 'off' }],
        hostnames: ['no'],
      },
    },
    release,
  },
  {
    name: 'names of what is there already that YAML takes for numbers',
    values: {
      persistence: { existingClaim: '0123' },
      priorityClassName: '1e3',
      runtimeClassName: '0x10',
      auth: { existingSecret: '12' },
      config: { database: { existingSecret: '34', existingSecretKey: '0b1' } },
      federation: {
        enabled: true,
        existingSecret: '0b-1',
        providers: [okta],
      },
    },
  },
  {
    name: 'an image that YAML takes for a time',
    values: {
      image: {
        api: { repository: '190', tag: '20' },
        orchestrator: { repository: '12', tag: '30' },
      },
    },
  },
  {
    name: 'arguments and variables that YAML takes for something else',
    values: {
      llmBackends: [
        {
          ...ollama,
          name: 'null',
          kind: 'on',
          model: '1e3',
          apiKeyEnvVar: 'NO',
          apiKeySecretRef: { name: '0123', key: '1_0' },
        },
      ],
      otel: { enabled: true, endpoint: 'http://otel/a:' },
    },
  },
  {
    name: 'a namespace of a host that YAML takes for a number',
    values: {
      networkPolicy: { enabled: true },
      llmBackends: [{ ...ollama, url: 'http://ollama.0123.svc' }],
    },
  },
  {
    name: 'a password whose base64 is a number',
    values: { auth: { adminPassword: '\u04ed4' } },
  },
  {
    name: 'a SAML provider of a release that YAML takes for a boolean',
    values: {
      federation: {
        enabled: true,
        providers: [corporate],
        saml: {
          keyPair: 'certManager',
          existingSecret: 'saml',
          certManager: {
            issuerRef: { name: 'off' },
            duration: '1h',
            renewBefore: '1m',
          },
        },
      },
    },
    release,
  },
];
