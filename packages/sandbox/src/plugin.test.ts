import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import sandbox from './index';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

const config = (port: number) =>
  mockServices.rootConfig.factory({
    data: {
      sandbox: { git: { port } },
      integrations: {
        gitea: [
          {
            host: `localhost:${port}`,
            baseUrl: `http://localhost:${port}`,
            username: 'portal',
            password: 'secret',
          },
        ],
      },
    },
  });

describe('sandboxPlugin', () => {
  it('starts and stops with the backend', async () => {
    const port = await freePort();
    const logger = mockServices.logger.mock();
    const backend = await startTestBackend({
      features: [sandbox, config(port), logger.factory],
    });
    const response = await fetch(`http://localhost:${port}/api/v1/version`);
    expect(response.status).toBe(200);
    const directory = /repositories in (\S+) /.exec(
      logger.info.mock.calls.flat().join('\n'),
    )?.[1];
    expect(existsSync(directory!)).toBe(true);

    await backend.stop();
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
    expect(existsSync(directory!)).toBe(false);
  });

  it('starts nothing when sandbox.git is not configured', async () => {
    const logger = mockServices.logger.mock();
    const backend = await startTestBackend({
      features: [
        sandbox,
        logger.factory,
        mockServices.rootConfig.factory({ data: { sandbox: { git: null } } }),
      ],
    });
    expect(logger.info).toHaveBeenCalledWith(
      'sandbox.git is not configured; no git host is started',
    );
    await backend.stop();
  });

  it('keeps the backend from starting when NODE_ENV is production', async () => {
    const before = process.env.NODE_ENV;
    const port = await freePort();
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(
        startTestBackend({ features: [sandbox, config(port)] }),
      ).rejects.toThrow('does not start when NODE_ENV is production');
    } finally {
      Object.assign(process.env, { NODE_ENV: before });
    }
  });
});
