import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './freePorts';
import { get } from './get';
import { run } from './run';

describe('get', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let ca: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alexandria-get-'));
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', join(folder, 'key'), '-out', join(folder, 'certificate')],
    ]);
    ca = await readFile(join(folder, 'certificate'), 'utf8');
    const key = await readFile(join(folder, 'key'), 'utf8');
    server = createServer({ key, cert: ca }, (request, response) => {
      const known = request.headers.authorization === 'Bearer known';
      response.writeHead(known ? 200 : 401).end(`${request.url} é`);
    });
    const [port] = await freePorts(1);
    await new Promise<void>(resolve => {
      server.listen(port, '127.0.0.1', resolve);
    });
    url = `https://127.0.0.1:${port}/livez`;
  });

  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
    });
    await rm(folder, { recursive: true });
  });

  it.each([
    ['known', { status: 200, body: '/livez é' }],
    ['another', { status: 401, body: '/livez é' }],
  ])('sends the token %s', async (token, answer) => {
    expect(await get(url, ca, token)).toEqual(answer);
  });

  it('trusts the given authority only', async () => {
    expect(await get(url, '', 'known')).toBeUndefined();
  });

  it('gives nothing while nothing answers', async () => {
    const [port] = await freePorts(1);
    expect(
      await get(`https://127.0.0.1:${port}/`, ca, 'known'),
    ).toBeUndefined();
  });
});
