import { at, Guard } from './Guard';

/** Loopback addresses, IPv6 in any of its spellings, with those of IPv4 mapped into it. The chart's twin uses the same expression. */
export const LOOPBACK =
  /^(127\.|[0:]*:0*1$|[0:]*:[fF]{4}:7[fF][0-9a-fA-F]{2}:[0-9a-fA-F]{1,4}$)/;

/** The tables of alexandria.conf that the chart writes itself, and `database`, whose URL is a credential. */
export const KNOWN_TABLES = [
  'api',
  'database',
  'federation',
  'general',
  'metrics',
  'security',
  'webauthn',
];

export const configGuards: Guard[] = [
  {
    id: 'api-bind-loopback',
    message:
      'is a loopback address, which the probes of the kubelet cannot reach',
    remedy: 'Write 0.0.0.0',
    reads: ['config.api.bind'],
    check: ({ config }) =>
      at('config.api.bind', LOOPBACK.test(config.api.bind)),
  },
  {
    id: 'dashboard-port-is-api-port',
    message:
      'is config.api.port too: the containers of a pod share their ports',
    remedy: 'Choose another port, for example 80 or 8081',
    reads: ['dashboard.port', 'config.api.port'],
    check: ({ dashboard, config }) =>
      at('dashboard.port', dashboard.port === config.api.port),
  },
  {
    id: 'rp-origin-outside-rp-id',
    message:
      'must have config.webauthn.rpId, or a name below it, as its host: passkeys would not work',
    remedy:
      'Write https:// and the host that people open, and set rpId to that host or a parent domain of it',
    reads: ['config.webauthn'],
    check: ({
      config: {
        webauthn: { rpId, rpOrigin },
      },
    }) => {
      const [, host] = rpOrigin.split(/[/:]+/);
      return at(
        'config.webauthn.rpOrigin',
        rpId !== '' &&
          rpOrigin !== '' &&
          host !== rpId &&
          !host.endsWith(`.${rpId}`),
      );
    },
  },
  {
    id: 'config-extra-known-table',
    message: 'is a table that the chart writes itself',
    remedy: 'Use the values of that section, or another table name',
    reads: ['config.extra'],
    check: ({ config }) =>
      Object.keys(config.extra)
        .filter(table => KNOWN_TABLES.includes(table))
        .sort()
        .map(table => `config.extra.${table}`),
  },
];
