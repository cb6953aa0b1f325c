import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { chunksOf } from '../chunksOf';
import type { KnownEntity } from '../provider/KnownEntity';

const PACKAGE =
  '@alexandriaproject/backstage-plugin-catalog-backend-module-alexandria';

const TABLE = 'alexandria_discovered';

/** The catalog's own migrations are in the default table of the same database. */
const MIGRATIONS_TABLE = 'alexandria_knex_migrations';

/** Rows in one statement: SQLite takes 999 values in older builds, and a row has 8. */
const CHUNK = 100;

/** A row as PostgreSQL gives it, which has text for big integers. */
interface Row {
  entity_ref: string;
  cluster: string;
  namespace: string;
  name: string;
  labels: string;
  fingerprint: string;
  absent_ms: number | string;
  looked_at: number | string | null;
}

const instanceOf = (row: Row): KnownEntity => ({
  entityRef: row.entity_ref,
  namespace: row.namespace,
  name: row.name,
  labels: JSON.parse(row.labels),
  fingerprint: row.fingerprint,
  absentMs: Number(row.absent_ms),
  ...(row.looked_at === null ? {} : { lookedAt: Number(row.looked_at) }),
});

const rowOf = (cluster: string, instance: KnownEntity): Row => ({
  entity_ref: instance.entityRef,
  cluster,
  namespace: instance.namespace,
  name: instance.name,
  labels: JSON.stringify(instance.labels),
  fingerprint: instance.fingerprint,
  absent_ms: instance.absentMs,
  looked_at: instance.lookedAt ?? null,
});

/** What is known of discovered instances, in the database of the catalog, so that a restart or another process forgets nothing. */
export class DiscoveredStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static async create(database: DatabaseService): Promise<DiscoveredStore> {
    const client = await database.getClient();
    if (!database.migrations?.skip) {
      await client.migrate.latest({
        directory: resolvePackagePath(PACKAGE, 'migrations'),
        tableName: MIGRATIONS_TABLE,
      });
    }
    return new DiscoveredStore(client);
  }

  async read(cluster: string): Promise<KnownEntity[]> {
    const rows = await this.#client<Row>(TABLE).where({ cluster });
    return rows.map(instanceOf);
  }

  /** Keeps these, in place of what was known of them. */
  async write(
    cluster: string,
    instances: readonly KnownEntity[],
  ): Promise<void> {
    for (const chunk of chunksOf(instances, CHUNK)) {
      await this.#client<Row>(TABLE)
        .insert(chunk.map(instance => rowOf(cluster, instance)))
        .onConflict('entity_ref')
        .merge();
    }
  }

  /** Forgets these. */
  async remove(cluster: string, entityRefs: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(entityRefs, CHUNK)) {
      await this.#client<Row>(TABLE)
        .where({ cluster })
        .whereIn('entity_ref', chunk)
        .delete();
    }
  }

  /** Has the time until the next look count for nothing. */
  async pause(cluster: string): Promise<void> {
    await this.#client<Row>(TABLE)
      .where({ cluster })
      .whereNotNull('looked_at')
      .update({ looked_at: null });
  }
}
