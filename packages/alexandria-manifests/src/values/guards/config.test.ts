import { contextOf } from '../../objects/__testUtils__/contextOf';
import { alexandriaConf } from '../../objects/configmap';
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
    'api-bind-loopback',
    { config: { api: { bind: '::FFFF:7f00:1' } } },
    'config.api.bind',
    { config: { api: { bind: '::ffff:7e00:1' } } },
  ],
  [
    'api-bind-loopback',
    { config: { api: { bind: '0:0:0:0:0:ffff:7fff:0001' } } },
    'config.api.bind',
    { config: { api: { bind: '::ffff:7f00:1:2' } } },
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
    'rp-origin-outside-rp-id',
    {
      config: {
        webauthn: { rpId: 'localhost', rpOrigin: 'https://a.test:8443' },
      },
    },
    'config.webauthn.rpOrigin',
    {
      config: {
        webauthn: { rpId: 'localhost', rpOrigin: 'http://localhost:3000' },
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

  it('refuse every table that alexandria.conf has already, and the database', () => {
    const conf = alexandriaConf(
      contextOf({
        federation: {
          enabled: true,
          providers: [{ name: 'a', kind: 'saml', metadata_url: 'https://a' }],
          saml: { keyPair: 'existingSecret' },
        },
      }),
    );
    const tables = [...conf.matchAll(/^\[+([a-z]+)/gm)].map(([, name]) => name);
    expect(tables).toContain('federation');
    for (const table of [...tables, 'database']) {
      expect(reported({ config: { extra: { [table]: {} } } })).toEqual([
        {
          path: `config.extra.${table}`,
          ...ruleOf('config-extra-known-table'),
        },
      ]);
    }
  });

  it('report tables in their order', () => {
    const extra = { security: {}, mine: {}, api: {} };
    expect(reported({ config: { extra } }).map(({ path }) => path)).toEqual([
      'config.extra.api',
      'config.extra.security',
    ]);
  });

  it('have a case each', () => {
    expect(uncovered(configGuards, cases)).toEqual([]);
  });
});
