/** @jest-environment node */
import { TestDatabases } from '@backstage/backend-test-utils';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { readHintKey } from './readHintKey';

describe('readHintKey', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let client: Awaited<ReturnType<typeof databases.init>>;
  const database: DatabaseService = { getClient: async () => client };

  beforeAll(async () => {
    client = await databases.init('SQLITE_3');
  });

  it('makes one key for all that ask at once, and keeps it', async () => {
    await readHintKey(database);
    await client('hint_key').delete();
    const keys = [
      ...(await Promise.all([readHintKey(database), readHintKey(database)])),
      await readHintKey(database),
    ];
    expect(keys[0]).toHaveLength(32);
    expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(1);
  });

  it('makes another one for another portal', async () => {
    const first = await readHintKey(database);
    client = await databases.init('SQLITE_3');
    expect((await readHintKey(database)).equals(first)).toBe(false);
  });

  it('leaves the tables to whoever says that they see to them', async () => {
    client = await databases.init('SQLITE_3');
    await expect(
      readHintKey({ ...database, migrations: { skip: true } }),
    ).rejects.toThrow('hint_key');
  });
});
