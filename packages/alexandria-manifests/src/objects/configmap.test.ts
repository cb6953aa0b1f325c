import { alexandriaConf } from './configmap';
import { contextOf } from './__testUtils__/contextOf';

describe('alexandria.conf', () => {
  it('is this for the defaults', () => {
    expect(alexandriaConf(contextOf())).toBe(`[general]
log_level = "info"
dev_mode = false

[api]
bind = "0.0.0.0"
port = 8080
impl = "go"

[webauthn]
rp_name = "Alexandria"

[security]
enabled = true
csp = ""
hsts_max_age = 0
hsts_include_subdomains = false

[security.lockout]
enabled = true
max_attempts = 10
window_seconds = 300
lockout_seconds = 900

[metrics]
enabled = false
path = "/metrics"
`);
  });

  it('holds no credential', () => {
    const conf = alexandriaConf(
      contextOf({
        auth: { jwtSecret: 'hush-jwt', adminPassword: 'hush-admin' },
        config: { database: { url: 'postgres://u:hush-db@db/a' } },
      }),
    );
    expect(conf).not.toMatch(/hush|postgres/);
  });

  it('ends with the further tables, tables and keys sorted', () => {
    const conf = alexandriaConf(
      contextOf({
        config: { extra: { z: { b: 31536000, a: ['x', true] }, a: {} } },
      }),
    );
    expect(
      conf.endsWith('\n\n[a]\n\n[z]\na = ["x", true]\nb = 31536000\n'),
    ).toBe(true);
  });
});
