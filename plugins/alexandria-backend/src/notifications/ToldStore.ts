import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { openDatabase } from '../openDatabase';
import type { DeploymentName } from '../status/StatusService';
import type { Told, ToldKind } from './told';

const TABLE = 'told';

/** What was told of a Deployment of an instance. */
export interface ToldOf {
  entityRef: string;
  place: DeploymentName;
  told: Told;
}

/** A row as PostgreSQL gives it, which has text for big integers. */
interface Row {
  entity_ref: string;
  cluster: string;
  namespace: string;
  name: string;
  kind: ToldKind;
  told_at: number | string | null;
  other_ms: number | string;
  seen_at: number | string | null;
}

const KEY = ['entity_ref', 'cluster', 'namespace', 'name'] as const;

const toldOf = (row: Row): ToldOf => ({
  entityRef: row.entity_ref,
  place: { cluster: row.cluster, namespace: row.namespace, name: row.name },
  told: {
    kind: row.kind,
    ...(row.told_at === null ? {} : { at: Number(row.told_at) }),
    otherMs: Number(row.other_ms),
    ...(row.seen_at === null ? {} : { seenAt: Number(row.seen_at) }),
  },
});

const keyOf = (
  entityRef: string,
  { cluster, namespace, name }: DeploymentName,
) => ({
  entity_ref: entityRef,
  ...{ cluster, namespace, name },
});

/** What owners were told, in the database of the plugin, so that a restart or another process tells nothing again. */
export class ToldStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static async create(database: DatabaseService): Promise<ToldStore> {
    return new ToldStore(await openDatabase(database));
  }

  /** Of all instances, by reference of the entity. */
  async read(): Promise<Map<string, ToldOf[]>> {
    const byEntity = new Map<string, ToldOf[]>();
    for (const row of await this.#client<Row>(TABLE)) {
      const all = byEntity.get(row.entity_ref) ?? [];
      all.push(toldOf(row));
      byEntity.set(row.entity_ref, all);
    }
    return byEntity;
  }

  /** Keeps this in place of what was known. */
  async write({ entityRef, place, told }: ToldOf): Promise<void> {
    await this.#client<Row>(TABLE)
      .insert({
        ...keyOf(entityRef, place),
        kind: told.kind,
        told_at: told.at ?? null,
        other_ms: told.otherMs,
        seen_at: told.seenAt ?? null,
      })
      .onConflict([...KEY])
      .merge();
  }

  async forget({ entityRef, place }: Omit<ToldOf, 'told'>): Promise<void> {
    await this.#client<Row>(TABLE).where(keyOf(entityRef, place)).delete();
  }
}
