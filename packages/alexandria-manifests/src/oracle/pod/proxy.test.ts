/** @jest-environment node */
import { once } from 'node:events';
import { request } from 'node:http';
import { createGunzip } from 'node:zlib';
import { describeWithTools } from '@alexandriaproject/test-rig';
import WebSocket from 'ws';
import { ask, begin, headerValues, oneConnection } from './__testUtils__/ask';
import { Dashboard, startDashboard } from './__testUtils__/startDashboard';

describeWithTools('what the dashboard passes on to the API', ['nginx'], () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await startDashboard({
      config: { security: { csp: "default-src 'self'", hstsMaxAge: 60 } },
    });
  });
  afterAll(() => dashboard?.stop());

  const get = (path: string, headers = {}) =>
    ask(dashboard.origin, path, { headers });
  const lastRequest = () => {
    const { requests } = dashboard.api;
    return requests[requests.length - 1];
  };

  it.each([
    ['GET', '/v1/agents?limit=10&name=a%20b', ''],
    ['POST', '/v1/agents', '{"name":"a"}'],
    ['PUT', '/admin/users/1', '{}'],
    ['PATCH', '/v1/agents/a%2Fb', '{}'],
    ['DELETE', '/v1/agents/1', ''],
    ['OPTIONS', '/auth/oidc/okta/callback?code=1&state=2', ''],
    ['GET', '/health', ''],
  ])('%s %s, as it came', async (method, path, body) => {
    const answer = await ask(dashboard.origin, path, { method, body });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ method, bytes: body.length });
    expect(lastRequest()).toMatchObject({ method, url: path });
  });

  it('adds what the API has to know of the request', async () => {
    await get('/v1/agents', { Host: 'alexandria.example.com:8443' });
    expect(lastRequest().headers).toMatchObject({
      host: 'alexandria.example.com:8443',
      'x-forwarded-host': 'alexandria.example.com:8443',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-real-ip': '127.0.0.1',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(lastRequest().headers).not.toHaveProperty('upgrade');
  });

  it.each([
    ['https', 'https'],
    ['http', 'http'],
    ['HTTPS', 'https'],
    ['https, http', 'http'],
    ['gopher', 'http'],
  ])('says %j of the scheme as %j', async (said, passed) => {
    await get('/v1/agents', { 'X-Forwarded-Proto': said });
    expect(lastRequest().headers['x-forwarded-proto']).toBe(passed);
  });

  it('appends to the addresses that a proxy has named', async () => {
    await get('/v1/agents', { 'X-Forwarded-For': '203.0.113.7' });
    expect(lastRequest().headers).toMatchObject({
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-real-ip': '127.0.0.1',
    });
  });

  it('leaves the headers of the API alone, and adds none', async () => {
    const answer = await get('/v1/headers');
    expect({
      csp: headerValues(answer, 'content-security-policy'),
      hsts: headerValues(answer, 'strict-transport-security'),
      nosniff: headerValues(answer, 'x-content-type-options'),
      cache: headerValues(answer, 'cache-control'),
    }).toEqual({
      csp: ["default-src 'none'"],
      hsts: ['max-age=1'],
      nosniff: ['nosniff'],
      cache: ['no-store'],
    });
  });

  it('leaves redirects and errors of the API alone', async () => {
    const away = await get('/v1/away');
    expect(away.status).toBe(302);
    expect(away.headers.location).toBe('/auth/oidc/okta?next=/');
    const missing = await get('/v1/missing');
    expect(missing.status).toBe(404);
    expect(missing.body).toBe('{"error":"no such agent"}');
  });

  it('passes on headers of 14 KiB, and 502 beyond its buffer', async () => {
    expect((await get('/v1/cookie/14336')).status).toBe(200);
    expect((await get('/v1/cookie/17000')).status).toBe(502);
  });

  it('takes a request line and headers of 8 KB', async () => {
    const answer = await get(`/v1/agents?q=${'a'.repeat(7000)}`, {
      Cookie: 'c'.repeat(7000),
    });
    expect(answer.status).toBe(200);
  });

  it('asks the API over connections that it keeps', async () => {
    const agent = oneConnection();
    const before = dashboard.api.requests.length;
    for (let i = 0; i < 3; i += 1) {
      await ask(dashboard.origin, '/v1/agents', { agent });
    }
    agent.destroy();
    const used = dashboard.api.requests
      .slice(before)
      .map(({ connection }) => connection);
    expect(used).toHaveLength(3);
    expect(new Set(used).size).toBe(1);
  });

  it.each([
    ['text/event-stream', 'identity'],
    ['text/event-stream', 'gzip'],
    ['application/json', 'identity'],
    // What is compressed is passed on piece by piece too.
    ['application/json', 'gzip'],
  ])('passes on each piece of %s (%s) as it comes', async (type, encoding) => {
    const response = await begin(
      dashboard.origin,
      `/v1/stream/${encodeURIComponent(type)}`,
      { headers: { 'Accept-Encoding': encoding } },
    );
    const compressed = response.headers['content-encoding'] === 'gzip';
    expect(compressed).toBe(encoding === 'gzip' && type === 'application/json');
    const text = compressed ? response.pipe(createGunzip()) : response;
    text.setEncoding('utf8');
    // The next piece is sent only once this one is there.
    for (const piece of ['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n']) {
      dashboard.api.send(piece);
      const [arrived] = await once(text, 'data');
      expect(arrived).toBe(piece);
    }
    const ended = once(text, 'end');
    dashboard.api.send(null);
    await ended;
  });

  it('passes on an upload as it comes', async () => {
    const upload = request(`${dashboard.origin}/v1/files`, { method: 'POST' });
    const answered = once(upload, 'response');
    for (const piece of ['first', 'second']) {
      upload.write(piece);
      while (!dashboard.api.received().endsWith(piece)) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    }
    upload.end();
    const [response] = await answered;
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(dashboard.api.received()).toMatch(/firstsecond$/);
  });

  it.each(['/v1/socket', '/admin/socket', '/auth/socket'])(
    'opens a WebSocket on %s',
    async path => {
      const socket = new WebSocket(
        `ws://127.0.0.1:${dashboard.port}${path}?a=1`,
        ['alexandria'],
        { headers: { Host: 'alexandria.example.com' } },
      );
      await once(socket, 'open');
      expect(lastRequest()).toMatchObject({
        url: `${path}?a=1`,
        headers: {
          upgrade: 'websocket',
          connection: 'upgrade',
          host: 'alexandria.example.com',
          'sec-websocket-protocol': 'alexandria',
        },
      });
      for (const text of ['hello', 'ü'.repeat(70_000)]) {
        const said: string[] = [];
        const twice = new Promise<void>(resolve => {
          socket.on('message', data => {
            said.push(data.toString());
            if (said.length === 2) {
              resolve();
            }
          });
        });
        socket.send(text);
        await twice;
        socket.removeAllListeners('message');
        expect(said).toEqual([text, text]);
      }
      const closed = once(socket, 'close');
      socket.close(1000);
      await closed;
    },
  );

  it('says 502 while the API is away, serves the application all the same, and finds the API again at once', async () => {
    await dashboard.api.stop();
    for (const path of ['/v1/agents', '/auth/login', '/health']) {
      const answer = await get(path);
      expect(answer.status).toBe(502);
      expect(answer.headers['content-type']).toBe('text/html');
      expect(answer.body).toContain('502 Bad Gateway');
      expect(answer.body + answer.headers.server).not.toMatch(/nginx\/[0-9]/);
    }
    expect((await get('/')).status).toBe(200);
    // Or the kubelet would restart the dashboard for a fault of the API.
    expect((await get('/nginx-health')).status).toBe(200);
    await dashboard.restartApi();
    expect((await get('/v1/agents')).status).toBe(200);
  });

  it('says 502 when the API breaks off', async () => {
    expect((await get('/v1/cut')).status).toBe(502);
  });
});
