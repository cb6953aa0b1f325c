/** @jest-environment node */
import { TestDatabases } from '@backstage/backend-test-utils';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { NOTHING_TOLD } from './told';
import { ToldStore, type ToldOf } from './ToldStore';

const of = (
  name: string,
  told: ToldOf['told'] = NOTHING_TOLD,
  cluster = 'north',
): ToldOf => ({
  entityRef: `component:default/${name}`,
  place: { cluster, namespace: 'prod', name },
  told,
});

describe('ToldStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let database: DatabaseService;
  let store: ToldStore;

  beforeEach(async () => {
    const client = await databases.init('SQLITE_3');
    database = { getClient: async () => client };
    store = await ToldStore.create(database);
  });

  it('keeps what it is told, by entity and over restarts', async () => {
    const told = {
      kind: 'unhealthy',
      at: 1.8e12,
      otherMs: 9e11,
      seenAt: 1.9e12,
    };
    const all = [
      of('a', told as ToldOf['told']),
      of('a', NOTHING_TOLD, 'south'),
      of('b'),
    ];
    for (const each of all) {
      await store.write(each);
    }
    const again = await ToldStore.create(database);
    expect(Object.fromEntries(await again.read())).toEqual({
      'component:default/a': [all[0], all[1]],
      'component:default/b': [all[2]],
    });
  });

  it('replaces what it knew', async () => {
    await store.write(
      of('a', { kind: 'unhealthy', at: 1, otherMs: 2, seenAt: 3 }),
    );
    await store.write(of('a'));
    expect([...(await store.read()).values()]).toEqual([[of('a')]]);
  });

  it('forgets one of an entity', async () => {
    await store.write(of('a'));
    await store.write(of('a', NOTHING_TOLD, 'south'));
    await store.forget(of('a'));
    expect([...(await store.read()).values()]).toEqual([
      [of('a', NOTHING_TOLD, 'south')],
    ]);
  });
});
