import { mockServices } from '@backstage/backend-test-utils';
import knex from 'knex';

/** A database in memory whose connections can be ended, which those of a test backend's own cannot. */
export function portalDatabase() {
  const client = knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  return {
    feature: mockServices.database.factory({ knex: client }),
    close: () => client.destroy(),
  };
}
