/** @jest-environment node */
import { gunzipSync } from 'node:zlib';
import { describeWithTools } from '@alexandriaproject/test-rig';
import { ValuesInput } from '../../values/valuesSchema';
import { ask, headerValues } from './__testUtils__/ask';
import {
  application,
  Dashboard,
  startDashboard,
} from './__testUtils__/startDashboard';

const csp =
  "default-src 'self'; connect-src 'self' wss://a.example.com; img-src data: {x} #y";

/** Values, and the headers that the dashboard sends with what is its own. */
const variants: [string, ValuesInput, Record<string, string[]>][] = [
  ['the defaults', {}, { 'x-content-type-options': ['nosniff'] }],
  [
    'a policy and HSTS',
    { config: { security: { csp, hstsMaxAge: 31536000 } } },
    {
      'x-content-type-options': ['nosniff'],
      'content-security-policy': [csp],
      'strict-transport-security': ['max-age=31536000'],
    },
  ],
  [
    'HSTS with subdomains for longer than 32 bits hold, and metrics elsewhere',
    {
      config: {
        security: {
          hstsMaxAge: Number.MAX_SAFE_INTEGER,
          hstsIncludeSubdomains: true,
        },
      },
      metrics: { enabled: true, path: '/v1/metrics' },
    },
    {
      'x-content-type-options': ['nosniff'],
      'strict-transport-security': [
        'max-age=9007199254740991; includeSubDomains',
      ],
    },
  ],
  [
    'security headers switched off',
    { config: { security: { enabled: false, csp, hstsMaxAge: 60 } } },
    {},
  ],
];

const OWN_HEADERS = [
  'x-content-type-options',
  'content-security-policy',
  'strict-transport-security',
];

describeWithTools('what the dashboard serves itself', ['nginx'], () => {
  describe.each(variants)('with %s', (_, values, expected) => {
    let dashboard: Dashboard;

    beforeAll(async () => {
      dashboard = await startDashboard(values);
    });
    afterAll(() => dashboard?.stop());

    const hidden = [
      '/live',
      '/ready',
      '/metrics',
      values.metrics?.path,
    ].flatMap(path => path ?? []);

    it('is configured without a warning', () => {
      const conf = `${dashboard.nginx.folder}/nginx.conf`;
      expect(dashboard.nginx.verdict).toBe(
        `nginx: the configuration file ${conf} syntax is ok\nnginx: configuration file ${conf} test is successful\n`,
      );
    });

    it.each(['/', '/agents/42', '/assets/app.3f2a.js', '/nginx-health'])(
      'has its headers once with %s',
      async path => {
        const answer = await ask(dashboard.origin, path);
        expect(answer.status).toBe(200);
        for (const name of OWN_HEADERS) {
          expect([name, headerValues(answer, name)]).toEqual([
            name,
            expected[name] ?? [],
          ]);
        }
        expect(answer.headers.server).toBe('nginx');
      },
    );

    it.each(hidden)('hides %s of the API', async path => {
      const answer = await ask(dashboard.origin, path);
      expect(answer.status).toBe(404);
      expect(answer.body).toContain('404 Not Found');
      for (const name of OWN_HEADERS) {
        expect(headerValues(answer, name)).toEqual(expected[name] ?? []);
      }
      expect(dashboard.api.requests).toEqual([]);
    });
  });

  describe('its files', () => {
    let dashboard: Dashboard;

    beforeAll(async () => {
      dashboard = await startDashboard();
    });
    afterAll(() => dashboard?.stop());

    it.each([
      ['/', 'index.html', 'text/html'],
      ['/index.html', 'index.html', 'text/html'],
      ['/assets/app.3f2a.js', 'assets/app.3f2a.js', 'application/javascript'],
      ['/assets/app.3f2a.css', 'assets/app.3f2a.css', 'text/css'],
      ['/assets/logo.svg', 'assets/logo.svg', 'image/svg+xml'],
      ['/assets/font.woff2', 'assets/font.woff2', 'font/woff2'],
      // Pages of the application.
      ['/agents', 'index.html', 'text/html'],
      ['/agents/42?tab=runs', 'index.html', 'text/html'],
      ['/a.b/c', 'index.html', 'text/html'],
      ['/assets/', 'index.html', 'text/html'],
      ['/v1', 'index.html', 'text/html'],
      ['/administration', 'index.html', 'text/html'],
      ['/%C3%BC/%20', 'index.html', 'text/html'],
    ])('%s is %s', async (path, file, type) => {
      const answer = await ask(dashboard.origin, path);
      expect(answer.status).toBe(200);
      expect(answer.body).toBe(application[file]);
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'cache-control': 'no-cache',
        etag: expect.stringMatching(/^"/),
      });
    });

    it('are not sent again to who has them', async () => {
      const { headers } = await ask(dashboard.origin, '/assets/app.3f2a.js');
      const again = await ask(dashboard.origin, '/assets/app.3f2a.js', {
        headers: { 'If-None-Match': headers.etag },
      });
      expect({ status: again.status, body: again.body }).toEqual({
        status: 304,
        body: '',
      });
      expect(again.headers['cache-control']).toBe('no-cache');
      expect(again.headers['x-content-type-options']).toBe('nosniff');
    });

    it.each([
      '/',
      '/assets/app.3f2a.js',
      '/assets/app.3f2a.css',
      '/assets/logo.svg',
    ])('%s is compressed for who asks', async path => {
      const answer = await ask(dashboard.origin, path, {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect(answer.headers['content-encoding']).toBe('gzip');
      const plain = await ask(dashboard.origin, path);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(
        gunzipSync(Buffer.from(answer.body, 'latin1')).toString('latin1'),
      ).toBe(plain.body);
    });

    it('leave alone what is compressed already', async () => {
      const answer = await ask(dashboard.origin, '/assets/font.woff2', {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect(answer.headers['content-encoding']).toBeUndefined();
    });

    it.each([
      ['GET', '/../../etc/passwd', 400],
      ['GET', '/%2e%2e/%2e%2e/etc/passwd', 400],
      ['GET', '/assets/..%2f..%2f..%2fetc/passwd', 400],
      ['GET', '/assets/../../nginx.conf', 400],
      ['GET', '/a%00b', 400],
      ['POST', '/agents', 405],
      ['DELETE', '/assets/app.3f2a.js', 405],
    ])('%s %s is %s', async (method, path, status) => {
      const answer = await ask(dashboard.origin, path, { method });
      expect(answer.status).toBe(status);
      expect(answer.body).not.toMatch(/root:|worker_processes/);
    });

    it('come over IPv6 too', async () => {
      const { status } = await ask(`http://[::1]:${dashboard.port}`, '/');
      expect(status).toBe(200);
    });
  });
});
