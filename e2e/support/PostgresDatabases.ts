import type { PostgresServer } from '@alexandriaproject/test-rig';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import knex, { type Knex } from 'knex';

/** What PostgreSQL says when there is a database of the name already: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DUPLICATE_DATABASE = '42P04';

/** The databases of one portal on a PostgreSQL server, one for each plugin; portals on the same server share them. */
export class PostgresDatabases {
  readonly #connection: PostgresServer['connection'];
  readonly #clients = new Map<string, Promise<Knex>>();

  constructor({ connection }: PostgresServer) {
    this.#connection = connection;
  }

  /** The database of a plugin. */
  client(pluginId: string): Promise<Knex> {
    const client = this.#clients.get(pluginId) ?? this.#open(pluginId);
    this.#clients.set(pluginId, client);
    return client;
  }

  /** For a portal. */
  get feature() {
    return createServiceFactory({
      service: coreServices.database,
      deps: { plugin: coreServices.pluginMetadata },
      factory: ({ plugin }) => ({
        getClient: () => this.client(plugin.getId()),
      }),
    });
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    for (const client of this.#clients.values()) {
      await (await client).destroy();
    }
  }

  #connect(database: string): Knex {
    return knex({
      client: 'pg',
      connection: { ...this.#connection, database },
    });
  }

  async #open(pluginId: string): Promise<Knex> {
    const admin = this.#connect('postgres');
    try {
      await admin.raw('create database ??', [pluginId]);
    } catch (error) {
      if ((error as { code?: string }).code !== DUPLICATE_DATABASE) {
        throw error;
      }
    } finally {
      await admin.destroy();
    }
    return this.#connect(pluginId);
  }
}
