import { ConfigReader } from '@backstage/config';
import { readSecretTiers } from './readSecretTiers';

const read = (clusters?: unknown) =>
  readSecretTiers(
    new ConfigReader({
      alexandria: clusters === undefined ? {} : { clusters: clusters as never },
    }),
  );

describe('readSecretTiers', () => {
  it.each<[string, unknown, [string, number][]]>([
    ['nothing', undefined, []],
    ['an empty list', [], []],
    [
      'some clusters',
      [
        { name: 'north', secretTier: 1 },
        { name: 'south.example', secretTier: '2' },
        { name: 'east' },
      ],
      [
        ['north', 1],
        ['south.example', 2],
        ['east', 0],
      ],
    ],
  ])('reads %s', (_, clusters, expected) => {
    expect([...read(clusters)]).toEqual(expected);
  });

  it('says everything that does not fit', () => {
    expect(() =>
      read([
        { name: 'north', secretTier: 3 },
        { secretTier: 1 },
        { name: 'east', secretTier: 'all', secretsTier: 1 },
      ]),
    ).toThrow(
      /clusters\[0\]\.secretTier: must be 0, 1 or 2, not 3;.*clusters\[1\]\.name: must be the name of a cluster;.*clusters\[2\].*"all".*clusters\[2\].*secretsTier/,
    );
  });

  it.each<[string, unknown, string]>([
    ['a map', { north: 1 }, 'alexandria.clusters: must be a list'],
    [
      'a cluster that is there twice',
      [{ name: 'north' }, { name: 'north', secretTier: 2 }],
      'there are two entries for north',
    ],
  ])('refuses %s', (_, clusters, message) => {
    expect(() => read(clusters)).toThrow(message);
  });
});
