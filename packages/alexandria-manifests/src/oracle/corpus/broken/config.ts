import { BrokenCase } from './BrokenCase';

export const brokenConfig: BrokenCase[] = [
  {
    id: 'api-bind-loopback',
    values: { config: { api: { bind: '127.0.0.1' } } },
  },
  { id: 'api-bind-loopback', values: { config: { api: { bind: '::1' } } } },
  {
    id: 'api-bind-loopback',
    values: { config: { api: { bind: '::ffff:7f00:1' } } },
  },
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
    id: 'config-extra-known-table',
    values: {
      config: { extra: { federation: {}, general: {}, metrics: {} } },
    },
  },
];
