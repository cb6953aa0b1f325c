import { ValuesInput } from '../values/valuesSchema';
import { nginxConf } from './nginx-configmap';
import { contextOf } from './__testUtils__/contextOf';

const conf = (values: ValuesInput = {}) => nginxConf(contextOf(values));

/** The body of each location, by what it is for. */
function locations(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/\n {4}location ([^{]+) \{([^}]*)\}/g)].map(
      ([, where, body]) => [where, body],
    ),
  );
}

describe('nginx.conf', () => {
  it('closes every brace', () => {
    const code = conf().replace(/'[^']*'|"[^"]*"|#.*/g, '');
    expect(code.split('{').length).toBe(code.split('}').length);
  });

  it('listens on both families, and asks the API on its own port', () => {
    const text = conf({
      dashboard: { port: 8081 },
      config: { api: { port: 9000 } },
    });
    expect(text).toContain('    listen 8081;\n    listen [::]:8081;\n');
    expect(text).toContain('server 127.0.0.1:9000;');
  });

  it.each(['= /live', '= /ready', '= /metrics'])('hides %s', where => {
    expect(locations(conf())[where]).toContain('return 404;');
  });

  it('hides the path of the metrics too', () => {
    const text = conf({ metrics: { path: '/v1/metrics' } });
    expect(locations(text)['= /v1/metrics']).toContain('return 404;');
    expect(locations(text)['= /metrics']).toContain('return 404;');
  });

  it('repeats the headers in each location that it serves itself', () => {
    const text = conf({
      config: {
        security: {
          csp: "default-src 'self'",
          hstsMaxAge: 31536000,
          hstsIncludeSubdomains: true,
        },
      },
    });
    const own = Object.entries(locations(text)).filter(
      ([, body]) => !body.includes('proxy_pass'),
    );
    expect(own).toHaveLength(5);
    for (const [, body] of own) {
      expect(body).toContain(
        'add_header X-Content-Type-Options "nosniff" always;',
      );
      expect(body).toContain(
        'add_header Content-Security-Policy "default-src \'self\'" always;',
      );
      expect(body).toContain(
        'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;',
      );
    }
  });

  it('sends no header that is switched off', () => {
    expect(conf()).not.toMatch(/Content-Security|Strict-Transport/);
    expect(conf({ config: { security: { enabled: false } } })).not.toContain(
      'nosniff',
    );
  });
});
