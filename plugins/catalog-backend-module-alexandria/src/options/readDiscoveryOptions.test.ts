import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readDiscoveryOptions } from './readDiscoveryOptions';

const read = (alexandria: JsonObject | undefined, kubernetes?: JsonObject) =>
  readDiscoveryOptions(
    new ConfigReader({
      catalog: { providers: alexandria && { alexandria } },
      kubernetes,
    }),
  );

const fallbackOwner = 'platform';

describe('readDiscoveryOptions', () => {
  it('discovers nothing where nothing is configured', () => {
    expect(read(undefined)).toBeUndefined();
  });

  it('needs no more than who owns what has no owner', () => {
    const locators = [
      {
        type: 'config',
        clusters: [{ name: 'north' }, { name: 'south' }, { name: 'north' }, {}],
      },
      { type: 'localKubectlProxy' },
      { type: 'catalog' },
    ];
    expect(
      read({ fallbackOwner }, { clusterLocatorMethods: locators }),
    ).toEqual({
      clusters: ['north', 'south', 'local'],
      gracePeriodMs: 1_800_000,
      component: {
        namespace: 'default',
        ownerLabels: ['backstage.io/owner', 'owner', 'team'],
        fallbackOwner: 'group:default/platform',
        environmentLabels: ['environment', 'env'],
      },
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
    });
  });

  it('takes what is configured', () => {
    expect(
      read({
        fallbackOwner: 'user:people/ada',
        clusters: ['west'],
        gracePeriod: { hours: 1 },
        namespace: 'found',
        ownerLabels: ['squad'],
        environmentLabels: [],
        schedule: { frequency: '10s', timeout: '1m' },
      }),
    ).toEqual({
      clusters: ['west'],
      gracePeriodMs: 3_600_000,
      component: {
        namespace: 'found',
        ownerLabels: ['squad'],
        fallbackOwner: 'user:people/ada',
        environmentLabels: [],
      },
      schedule: {
        frequency: { seconds: 10 },
        timeout: { minutes: 1 },
      },
    });
  });

  it.each<[string, JsonObject, string]>([
    ['no owner', {}, 'catalog.providers.alexandria.fallbackOwner'],
    [
      'an owner that is none',
      { fallbackOwner: 'the platform team' },
      'fallbackOwner: must be the reference of an entity, for example group:default/platform, not "the platform team"',
    ],
    [
      'a namespace that is none',
      { fallbackOwner, namespace: 'A B' },
      'namespace: must be a namespace of the catalog, for example default, not "A B"',
    ],
    [
      'a negative grace period',
      { fallbackOwner, gracePeriod: { minutes: -1 } },
      'gracePeriod: must be a duration of 0 or more, for example 30 minutes, not -60000 ms',
    ],
  ])('refuses %s', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
