import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import sandbox from './index';
import { ApiClient } from './kubernetes/ApiClient';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

const gitConfig = (port: number) => ({
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
});

const clustersConfig = (port: number) => ({
  sandbox: { clusters: { port } },
  kubernetes: {
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: ['north', 'south'].map(name => ({
          name,
          url: `https://127.0.0.1:${port}/clusters/${name}`,
          serviceAccountToken: 'token',
        })),
      },
    ],
  },
});

const config = (data: JsonObject) => mockServices.rootConfig.factory({ data });

describe('sandboxPlugin', () => {
  it('starts and stops with the backend', async () => {
    const port = await freePort();
    const logger = mockServices.logger.mock();
    const backend = await startTestBackend({
      features: [sandbox, config(gitConfig(port)), logger.factory],
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

  it('starts and stops the sample clusters', async () => {
    const port = await freePort();
    const logger = mockServices.logger.mock();
    const backend = await startTestBackend({
      features: [sandbox, config(clustersConfig(port)), logger.factory],
    });
    const kubeconfig = /--kubeconfig (\S+) /.exec(
      logger.info.mock.calls.flat().join('\n'),
    )?.[1];
    const client = ApiClient.ofKubeconfig(kubeconfig!);
    expect(await client.ask({ path: '/version' })).toMatchObject({
      status: 200,
    });
    expect(
      await client.as('token').ask({ path: '/apis/apps/v1/deployments' }),
    ).toMatchObject({ status: 200 });

    await backend.stop();
    await expect(client.ask({ path: '/version' })).rejects.toThrow();
    expect(existsSync(kubeconfig!)).toBe(false);
  }, 60_000);

  it('starts nothing when nothing is configured', async () => {
    const logger = mockServices.logger.mock();
    const backend = await startTestBackend({
      features: [
        sandbox,
        logger.factory,
        config({ sandbox: { git: null, clusters: null } }),
      ],
    });
    expect(logger.info).toHaveBeenCalledWith(
      'sandbox.git is not configured; no git host is started',
    );
    expect(logger.info).toHaveBeenCalledWith(
      'sandbox.clusters is not configured; no sample cluster is started',
    );
    await backend.stop();
  });

  it.each([
    ['the git host', gitConfig],
    ['the sample clusters', clustersConfig],
  ])(
    'keeps the backend from starting with %s when NODE_ENV is production',
    async (_, of) => {
      const before = process.env.NODE_ENV;
      const port = await freePort();
      Object.assign(process.env, { NODE_ENV: 'production' });
      try {
        await expect(
          startTestBackend({ features: [sandbox, config(of(port))] }),
        ).rejects.toThrow('not start when NODE_ENV is production');
      } finally {
        Object.assign(process.env, { NODE_ENV: before });
      }
    },
  );
});
