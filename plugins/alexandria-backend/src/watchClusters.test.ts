/** @jest-environment node */
import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { startApiServer, type ApiServer } from './__testUtils__/startApiServer';
import { startPortal } from './__testUtils__/startPortal';
import { until } from './__testUtils__/until';
import { watchedResources } from './status/watchedResources';

const status = async ({ server }: TestBackend) =>
  request(server)
    .get('/api/alexandria/v1/instances/component/default/payments/status')
    .set('Authorization', mockCredentials.user.header());

const readiness = ({ server }: TestBackend) =>
  request(server).get('/.backstage/health/v1/readiness');

describe('watchClusters', () => {
  let api: ApiServer;
  beforeEach(async () => {
    api = await startApiServer();
  });
  afterEach(() => api.close());

  it('leaves nothing open once the portal stops, and asks for nothing more', async () => {
    const portal = await startPortal({ clusters: { north: api } });
    await until(() => api.watches.size === watchedResources.length);
    await portal.stop();
    const asked = api.requests.length;
    await until(() => api.sockets.size === 0);
    // Longer than a watch that failed waits before it tries again for the first time.
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(api.requests.slice(asked)).toEqual([]);
  });

  it('stops while a cluster is away, without waiting for it', async () => {
    const portal = await startPortal({ clusters: { north: api } });
    await until(() => api.watches.size > 0);
    await api.close();
    await portal.stop();
    await until(() => api.sockets.size === 0);
    expect(api.sockets.size).toBe(0);
  });

  it('keeps a portal ready whose clusters are away or misconfigured', async () => {
    await api.close();
    const portal = await startPortal({
      clusters: { north: api, west: { url: api.url, authProvider: 'google' } },
    });
    expect((await readiness(portal)).status).toBe(200);
    const isFailing = async () =>
      (await status(portal)).body.clusters[0].condition === 'Failing';
    await until(isFailing);
    expect((await readiness(portal)).status).toBe(200);
    expect((await status(portal)).body).toMatchObject({
      health: 'Unknown',
      partial: true,
      clusters: [
        { name: 'north', condition: 'Failing' },
        { name: 'west', condition: 'Misconfigured' },
      ],
    });
    await portal.stop();
  });
});
