/** @jest-environment node */
import { existsSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { ApiClient } from './ApiClient';
import {
  READER_TOKEN,
  startTestClusters,
} from './__testUtils__/startTestClusters';
import {
  startSampleClusters,
  type SampleClusters,
} from './startSampleClusters';

const logger = mockServices.logger.mock();

describe('startSampleClusters', () => {
  describe('once they run', () => {
    let clusters: SampleClusters;
    beforeAll(async () => {
      clusters = await startTestClusters();
    }, 60_000);
    afterAll(() => clusters?.close());

    const admin = () => ApiClient.ofKubeconfig(clusters.kubeconfig);

    it('gives an administrator a kubeconfig that nobody else can read', async () => {
      const mode = statSync(clusters.kubeconfig).mode % 0o1000;
      expect(mode).toBe(0o600);
      expect(await admin().ask({ path: '/api/v1/nodes' })).toMatchObject({
        status: 200,
      });
    });

    it.each([
      ['list Deployments', '/apis/apps/v1/deployments', 200],
      ['list Secrets', '/api/v1/secrets', 403],
      [
        'get a Secret',
        '/api/v1/namespaces/treasury-assistant-prod/secrets/alexandria-db',
        200,
      ],
      ['list nodes', '/api/v1/nodes', 403],
    ])('lets the portal %s or not', async (_, path, status) => {
      expect(await admin().as(READER_TOKEN).ask({ path })).toMatchObject({
        status,
      });
    });

    it('listens on 127.0.0.1 only', async () => {
      // Every address of 127.0.0.0/8 is loopback here; a server bound to all addresses would answer on this one too.
      const other = new ApiClient(`https://127.0.0.2:${clusters.port}`);
      await expect(other.ask({ path: '/' })).rejects.toThrow('ECONNREFUSED');
    });

    it('knows no other cluster', async () => {
      const { port } = clusters;
      const west = admin().at(`https://127.0.0.1:${port}/clusters/west`);
      expect(await west.ask({ path: '/version' })).toMatchObject({
        status: 404,
      });
    });
  });

  it('frees its port and takes its kubeconfig away on close', async () => {
    const clusters = await startTestClusters();
    const client = ApiClient.ofKubeconfig(clusters.kubeconfig);
    await clusters.close();
    expect(existsSync(clusters.directory)).toBe(false);
    await expect(client.ask({ path: '/version' })).rejects.toThrow();
  }, 60_000);

  it('refuses to start when NODE_ENV is production', async () => {
    const before = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(startTestClusters()).rejects.toThrow(
        'do not start when NODE_ENV is production',
      );
    } finally {
      Object.assign(process.env, { NODE_ENV: before });
    }
  });

  it('names the variable when the port is in use', async () => {
    const other = createServer();
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    try {
      await expect(
        startSampleClusters({ port, token: READER_TOKEN, logger }),
      ).rejects.toThrow(
        new RegExp(`^Port ${port} on 127.0.0.1.*set ALEXANDRIA_CLUSTER_PORT`),
      );
    } finally {
      other.close();
    }
  });
});
