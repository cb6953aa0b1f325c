import { MISREAD } from '../misread';
import { AcceptedCase } from './AcceptedCase';

const unicode = 'Bibliothek “Alexandria” – 図書館 🏛 <&> \u00a0 \\ \' "';
const table = Object.fromEntries(
  MISREAD.map((text, index) => [`key-${index}`, text]),
);

/** Text, and numbers, that a reader or a writer could take for something else. */
export const textCases: AcceptedCase[] = [
  {
    name: 'unicode and quotes',
    values: {
      config: {
        webauthn: { rpName: unicode },
        extra: { notes: { text: `${unicode}\n\ttabbed\n` } },
      },
      podAnnotations: { note: unicode },
      extraEnv: { api: [{ name: 'NOTE', value: unicode }] },
    },
  },
  {
    name: 'strings that YAML misreads, as annotations',
    values: {
      podAnnotations: table,
      service: { annotations: table },
      persistence: { annotations: table },
    },
  },
  {
    name: 'strings that YAML misreads, as variables and arguments',
    values: {
      extraEnv: {
        api: MISREAD.map((value, index) => ({ name: `KEY_${index}`, value })),
        dashboard: MISREAD.map((value, index) => ({
          name: `KEY_${index}`,
          value,
        })),
      },
      extraContainers: [
        {
          name: 'arguments',
          image: 'busybox:1.37',
          args: MISREAD,
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    },
  },
  {
    name: 'strings that YAML misreads, in alexandria.conf',
    values: {
      config: {
        webauthn: { rpName: '0123' },
        extra: { misread: table, lists: { all: MISREAD } },
      },
    },
  },
  {
    name: 'text at the end of a list that ends in empty lines',
    values: {
      extraEnv: {
        api: [{ name: 'A', value: '\n' }],
        orchestrator: [{ name: 'A', value: 'a\n\n\n' }],
        dashboard: [{ name: 'A', value: ' \n' }],
      },
      extraVolumes: [
        {
          name: 'store',
          csi: {
            driver: 'store.example.com',
            volumeAttributes: { z: 'a\n\n' },
          },
        },
      ],
    },
  },
  {
    name: 'a space of Unicode at the end of the last rule',
    values: {
      rbac: {
        create: true,
        rules: [{ nonResourceURLs: ['/a\u00a0'], verbs: ['\u00a0'] }],
      },
    },
  },
  {
    name: 'annotations whose keys are numbers without quotes',
    values: {
      auth: { existingSecret: 'alexandria-auth' },
      service: { annotations: { '3': 'a', '1e3': 'b', null: 'c' } },
      podAnnotations: { '4': 'a', '2001-12-14': 'b' },
    },
  },
  {
    name: 'further tables of every kind',
    values: {
      config: {
        extra: {
          zeta: {
            integer: 31536000,
            largest: Number.MAX_SAFE_INTEGER,
            smallest: Number.MIN_SAFE_INTEGER,
            zero: 0,
            negative: -1,
            million: 1000000,
            on: true,
            off: false,
            empty: '',
            none: [],
            mixed: [1, 'a', true, 10000000],
          },
          alpha: {},
          Upper: { B: 1, a: 2, A: 3, _: 4, '1': 5, '-': 6 },
          '10': { a: 1 },
          '9': { '10': 1, '9': 2 },
        },
      },
    },
  },
  {
    name: 'the largest integers',
    values: {
      config: {
        security: {
          hstsMaxAge: Number.MAX_SAFE_INTEGER,
          hstsIncludeSubdomains: true,
          csp: "default-src 'self'; img-src * data:; report-uri /csp?a=1#b",
          lockout: {
            maxAttempts: 1000000,
            windowSeconds: 31536000,
            lockoutSeconds: Number.MAX_SAFE_INTEGER,
          },
        },
      },
      terminationGracePeriodSeconds: 2147483647,
      livenessProbe: {
        periodSeconds: 2147483647,
        initialDelaySeconds: 100000000,
      },
      podSecurityContext: { runAsUser: 2000000000, fsGroup: 21000000 },
    },
  },
  {
    name: 'everything of security off or zero',
    values: {
      config: {
        general: { logLevel: 'trace', devMode: true },
        security: {
          enabled: false,
          csp: 'x',
          hstsMaxAge: 0,
          hstsIncludeSubdomains: true,
          lockout: { enabled: false },
        },
      },
    },
  },
  ...(['debug', 'warn', 'error'] as const).map(logLevel => ({
    name: `the log level ${logLevel}`,
    values: { config: { general: { logLevel } } },
  })),
  {
    name: 'origins of passkeys below the domain and with a port',
    values: {
      config: {
        webauthn: {
          rpId: 'example.com',
          rpOrigin: 'https://alexandria.example.com:8443',
        },
      },
    },
  },
  {
    name: 'passkeys on localhost',
    values: {
      config: {
        webauthn: { rpId: 'localhost', rpOrigin: 'http://localhost:8080' },
      },
    },
  },
  {
    name: 'a domain alone',
    values: { config: { webauthn: { rpId: 'example.com' } } },
  },
];
