import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import type { KnownEntity } from '../provider/KnownEntity';
import { DiscoveredStore } from './DiscoveredStore';

const instance = (
  name: string,
  more: Partial<KnownEntity> = {},
): KnownEntity => ({
  ...{ entityRef: `component:default/${name}`, namespace: 'dev', name },
  ...{ labels: { app: name }, fingerprint: 'f', absentMs: 0 },
  ...more,
});

const all = (count: number) =>
  Array.from({ length: count }, (_, index) => instance(`i${index}`));

describe('DiscoveredStore', () => {
  let client: Knex;
  let store: DiscoveredStore;
  const create = () =>
    DiscoveredStore.create(mockServices.database({ knex: client }));

  beforeEach(async () => {
    client = knexFactory({
      ...{ client: 'better-sqlite3', connection: ':memory:' },
      useNullAsDefault: true,
    });
    store = await create();
  });
  afterEach(() => client.destroy());

  it('keeps what it is told, for each cluster and over restarts', async () => {
    const gone = instance('a', { absentMs: 9e12, lookedAt: 1.8e12 });
    await store.write('north', [gone]);
    await store.write('south', [instance('b')]);
    const again = await create();
    expect(await again.read('north')).toEqual([gone]);
    expect(await again.read('south')).toEqual([instance('b')]);
    expect(await again.read('west')).toEqual([]);
  });

  it('replaces what it knew', async () => {
    await store.write('north', [instance('a', { lookedAt: 1 })]);
    await store.write('north', [instance('a', { absentMs: 5 })]);
    expect(await store.read('north')).toEqual([instance('a', { absentMs: 5 })]);
  });

  it('takes and forgets a thousand', async () => {
    await store.write('north', all(1000));
    expect(await store.read('north')).toHaveLength(1000);
    await store.remove(
      'north',
      all(999).map(({ entityRef }) => entityRef),
    );
    expect(await store.read('north')).toEqual([instance('i999')]);
  });

  it('pauses one cluster', async () => {
    await store.write('north', [instance('a', { absentMs: 5, lookedAt: 1 })]);
    await store.write('south', [instance('b', { absentMs: 5, lookedAt: 1 })]);
    await store.pause('north');
    expect(await store.read('north')).toEqual([instance('a', { absentMs: 5 })]);
    expect(await store.read('south')).toEqual([
      instance('b', { absentMs: 5, lookedAt: 1 }),
    ]);
  });
});
