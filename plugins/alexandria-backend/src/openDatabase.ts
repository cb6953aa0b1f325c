import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const PACKAGE = '@alexandriaproject/backstage-plugin-alexandria-backend';

/** The database of the plugin, with its tables unless somebody else sees to them. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({
      directory: resolvePackagePath(PACKAGE, 'migrations'),
    });
  }
  return client;
}
