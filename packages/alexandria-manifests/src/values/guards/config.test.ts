import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { configGuards } from './config';

const cases: GuardCase[] = [
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
];

describe('the guards of the configuration', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(configGuards, cases)).toEqual([]);
  });
});
