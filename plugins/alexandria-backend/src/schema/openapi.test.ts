/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlexandriaClient } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { parse } from 'yaml';
import { wireSchemas } from '../../scripts/wireSchemas';
import { spec } from './openapi';

const document: {
  paths: Record<string, { get: { operationId: string } }>;
  components: { schemas: object };
} = parse(readFileSync(join(__dirname, 'openapi.yaml'), 'utf8'));

const entityRef = 'component:default/payments';
const instance = '/v1/instances/component/default/payments';

/** A question for each operation, and what is then asked for. */
const questions: Record<
  string,
  { put(client: AlexandriaClient): Promise<unknown>; asks: string }
> = {
  GetRepositoryAvailability: {
    put: client => client.getRepositoryAvailability({ repoUrl: 'host?repo=r' }),
    asks: '/v1/repository-availability?repoUrl=host%3Frepo%3Dr',
  },
  GetInstanceStatus: {
    put: client => client.getInstanceStatus({ entityRef }),
    asks: `${instance}/status`,
  },
  GetDeploymentDetails: {
    put: client =>
      client.getDeploymentDetails({
        entityRef,
        ...{ cluster: 'north/1', namespace: 'dev', name: 'payments' },
      }),
    asks: `${instance}/deployments/north%2F1/dev/payments`,
  },
  GetFleet: { put: client => client.getFleet(), asks: '/v1/fleet' },
  GetInstanceRepository: {
    put: client => client.getInstanceRepository({ entityRef }),
    asks: `${instance}/repository`,
  },
  GetClusterDeployments: {
    put: client => client.getClusterDeployments({ cluster: 'north/1' }),
    asks: '/v1/clusters/north%2F1/deployments',
  },
};

describe('openapi.yaml', () => {
  it('has the wire types as they are', () => {
    expect(document.components.schemas).toEqual(wireSchemas());
  });

  it('is what the router was generated from', () => {
    expect(spec).toEqual(document);
  });

  it.each(
    Object.entries(document.paths).map(([path, { get }]) => [
      path,
      get.operationId,
    ]),
  )('is what the client was generated from: %s', async (path, operationId) => {
    const asked: [string, string | undefined][] = [];
    const client = new AlexandriaClient({
      discoveryApi: { getBaseUrl: async () => '' },
      fetchApi: {
        fetch: async (input, init) => {
          asked.push([String(input), init?.method]);
          throw new Error('offline');
        },
      },
    });
    const { put, asks } = questions[operationId];
    await expect(put(client)).rejects.toThrow('offline');
    expect(asked).toEqual([[asks, 'GET']]);
    const template = path.replace(/\{\w+\}/g, '[^/?]+');
    expect(asks).toMatch(new RegExp(`^${template}(\\?|$)`));
  });
});
