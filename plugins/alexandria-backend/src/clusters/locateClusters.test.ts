import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { serverSideStrategies } from './authStrategies';
import { locateClusters } from './locateClusters';

const strategies = serverSideStrategies({
  config: mockServices.rootConfig(),
  logger: mockServices.logger.mock(),
});

const locate = (...clusterLocatorMethods: object[]) =>
  locateClusters(
    new ConfigReader(
      JSON.parse(JSON.stringify({ kubernetes: { clusterLocatorMethods } })),
    ),
    strategies,
  );

const cluster = (name: string) => ({
  name,
  url: `https://${name}.example.com`,
  authProvider: 'aws',
});

describe('locateClusters', () => {
  it('finds none in a portal without any', () => {
    expect(locateClusters(new ConfigReader({}), strategies)).toEqual([]);
  });

  it('finds those of every locator, in their order', () => {
    const clusters = locate(
      { type: 'config', clusters: [cluster('north'), cluster('south')] },
      { type: 'localKubectlProxy' },
    );
    expect(clusters).toEqual([
      expect.objectContaining({ name: 'north', details: expect.anything() }),
      expect.objectContaining({ name: 'south', details: expect.anything() }),
      expect.objectContaining({
        name: 'local',
        details: expect.objectContaining({ url: 'http://127.0.0.1:8001' }),
      }),
    ]);
  });

  it.each<[string, object[], string, string]>([
    [
      'a name that is taken',
      [{ type: 'config', clusters: [cluster('north'), cluster('north')] }],
      'north',
      'has the name of another one',
    ],
    [
      'a locator that is not read',
      [
        { type: 'config', clusters: [cluster('north')] },
        { type: 'gke', projectId: 'p' },
      ],
      'kubernetes.clusterLocatorMethods[1]',
      'is of type gke; clusters are watched that are located by config or localKubectlProxy',
    ],
  ])('tells %s, and finds the others', (_, locators, name, problem) => {
    expect(locate(...locators)).toEqual([
      expect.objectContaining({ name: 'north', details: expect.anything() }),
      { name, problem },
    ]);
  });
});
