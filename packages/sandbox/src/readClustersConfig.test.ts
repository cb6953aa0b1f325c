import { ConfigReader } from '@backstage/config';
import { readClustersConfig } from './readClustersConfig';

const cluster = (name: string, more: object = {}) => ({
  ...{ name, url: `https://127.0.0.1:7009/clusters/${name}` },
  ...{ authProvider: 'serviceAccount', serviceAccountToken: 'canary-token' },
  ...more,
});

const both = [cluster('north'), cluster('south')];

const read = (
  clusters: object | boolean | null | undefined,
  configured: object[] = both,
) =>
  readClustersConfig(
    new ConfigReader(
      JSON.parse(
        JSON.stringify({
          sandbox: { clusters },
          kubernetes: {
            clusterLocatorMethods: [{ type: 'config', clusters: configured }],
          },
          alexandria: { clusters: [{ name: 'north', secretTier: '2' }] },
        }),
      ),
    ),
  );

describe('readClustersConfig', () => {
  it.each([[undefined], [null], [false]])(
    'wants no clusters for %j',
    clusters => {
      expect(read(clusters)).toBeUndefined();
    },
  );

  it('takes token and tiers of the portal', () => {
    expect(read({})).toEqual({
      port: 7009,
      token: 'canary-token',
      secretTiers: new Map([['north', 2]]),
    });
  });

  it('takes a port written as text', () => {
    const configured = ['north', 'south'].map(name =>
      cluster(name, { url: `https://127.0.0.1:9/clusters/${name}` }),
    );
    expect(read({ port: '9' }, configured)).toMatchObject({ port: 9 });
  });

  it.each([
    ['port 0', { port: 0 }, both, 'sandbox.clusters.port is 0'],
    ['port 65536', { port: 65536 }, both, 'ALEXANDRIA_CLUSTER_PORT'],
    [
      'no clusters of that address',
      { port: 7010 },
      both,
      "no cluster with url 'https://127.0.0.1:7010/clusters/north'; no cluster with url 'https://127.0.0.1:7010/clusters/south'",
    ],
    [
      'another name',
      {},
      [both[0], { ...both[1], name: 'other' }],
      'must have the name south',
    ],
    [
      'no token',
      {},
      [both[0], cluster('south', { serviceAccountToken: undefined })],
      'cluster south: serviceAccountToken is missing',
    ],
    [
      'two tokens',
      {},
      [both[0], cluster('south', { serviceAccountToken: 'other' })],
      'must have one serviceAccountToken',
    ],
  ])('refuses %s', (_name, clusters, configured, message) => {
    expect(() => read(clusters, configured)).toThrow(message);
  });

  it('names no token in an error', () => {
    expect(() =>
      read({}, [both[0], cluster('south', { serviceAccountToken: 'other' })]),
    ).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('canary-token'),
      }),
    );
  });
});
