/** @jest-environment node */
import {
  fleetSchema,
  type Fleet,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  mockCredentials,
  mockServices,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { ClusterApi } from '../__testUtils__/ClusterApi';
import { instance } from '../__testUtils__/Portal';
import { startPortal } from '../__testUtils__/startPortal';
import { until } from '../__testUtils__/until';

const NOBODY_LISTENS = 'http://127.0.0.1:9';

describe('GET /v1/fleet', () => {
  let cluster: ClusterApi;
  let backend: TestBackend;
  let decision: 'all' | 'none' | 'some';
  const asked: number[] = [];

  const permissions = mockServices.permissions.mock({
    authorizeConditional: async questions =>
      questions.map(() =>
        decision === 'some'
          ? ({
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: { rule: 'A', resourceType: 'catalog-entity' },
            } as const)
          : {
              result:
                decision === 'all'
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            },
      ),
    authorize: async questions => {
      asked.push(questions.length);
      return questions.map(question => ({
        result: JSON.stringify(question).includes('/his')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }));
    },
  });

  const ask = (more: Record<string, string> = {}) =>
    request(backend.server)
      .get('/api/alexandria/v1/fleet')
      .set('Authorization', mockCredentials.user.header())
      .set(more);

  const told = ({ deployments }: Fleet) =>
    deployments.map(each =>
      [each.entityRef.split('/')[1], each.cluster, each.health].join(' '),
    );

  beforeAll(async () => {
    cluster = await ClusterApi.start();
    ['hers', 'his'].forEach(name => cluster.deploy(name));
    backend = await startPortal({
      clusters: {
        north: { url: cluster.url },
        south: { url: NOBODY_LISTENS },
      },
      entities: [
        ...['hers', 'his', 'new'].map(name => instance(name, 'team')),
        { ...instance('other', 'team'), metadata: { name: 'other' } },
      ],
      features: [permissions.factory],
    });
    decision = 'all';
    await until(async () => {
      const { body } = await ask();
      return body.deployments?.[0]?.health === 'Healthy';
    });
    await until(async () => {
      const { body } = await ask();
      return body.clusters[1].condition === 'Failing';
    });
  }, 60_000);

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  beforeEach(() => {
    decision = 'all';
    asked.length = 0;
  });

  it('tells of each Deployment, and takes what could not be read for neither healthy nor missing', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    const fleet = fleetSchema.parse(body);
    expect(told(fleet)).toEqual([
      'hers north Healthy',
      'his north Healthy',
      'new  Unknown',
    ]);
    expect(fleet.clusters).toEqual([
      { name: 'north', condition: 'Current' },
      {
        ...{ name: 'south', condition: 'Failing' },
        message: expect.stringContaining('ECONNREFUSED'),
      },
    ]);
    expect(fleet.truncated).toBe(false);
    expect(asked).toEqual([]);
  });

  it('asks for each instance where that is what the decision depends on, and for many at a time', async () => {
    decision = 'some';
    const { body } = await ask();
    expect(told(body)).toEqual(['hers north Healthy', 'new  Unknown']);
    expect(asked).toEqual([3]);
    expect(JSON.stringify(body)).not.toContain('his');
  });

  it('refuses who may read the status of none', async () => {
    decision = 'none';
    const { status, body } = await ask();
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toMatch(/hers|north/);
  });

  it('is kept by a browser, which asks whether it still is so', async () => {
    const { headers } = await ask();
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers.vary).toMatch(/Authorization/);
    const same = await ask({ 'If-None-Match': headers.etag });
    expect([same.status, same.text]).toEqual([304, '']);
    cluster.deploy('hers', { paused: true });
    await until(async () => {
      const { body } = await ask();
      return body.deployments[0].health === 'Suspended';
    });
    const other = await ask({ 'If-None-Match': headers.etag });
    expect(other.status).toBe(200);
  });

  it('is nothing for nobody', async () => {
    const { status } = await request(backend.server)
      .get('/api/alexandria/v1/fleet')
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
