/** @jest-environment node */
import type { ObservedDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { SchedulerServiceTaskRunner } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { DiscoveredStore } from '../store/DiscoveredStore';
import { ClusterEntityProvider } from './ClusterEntityProvider';

/** What was changed in the catalog at one time. */
interface Mutation {
  added: string[];
  removed: string[];
}

const deployments = (count: number): ObservedDeployment[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ namespace: `team-${index}`, name: 'alexandria', labels: {} },
    database: { secret: 'database', key: 'url' },
  }));

/** A catalog of what providers bring, and what each of them did. */
class Catalog {
  readonly entities = new Map<string, Entity>();
  mutations: Mutation[] = [];

  readonly connection: EntityProviderConnection = {
    refresh: async () => {},
    applyMutation: async mutation => {
      if (mutation.type !== 'delta') {
        throw new Error('everything was replaced');
      }
      const added = mutation.added.map(({ entity }) => entity);
      const removed = mutation.removed.map(each =>
        'entityRef' in each ? each.entityRef : stringifyEntityRef(each.entity),
      );
      added.forEach(entity =>
        this.entities.set(stringifyEntityRef(entity), entity),
      );
      removed.forEach(ref => this.entities.delete(ref));
      this.mutations.push({ added: added.map(stringifyEntityRef), removed });
    },
  };

  readonly service: Pick<CatalogService, 'streamEntities'> = {
    streamEntities: () => this.#pages(),
  };

  async *#pages() {
    yield [...this.entities.values()];
  }
}

describe('ClusterEntityProvider', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let catalog: Catalog;
  let feeds: Map<string, ObservedDeployment[] | Error>;
  let looks: Array<() => Promise<void>>;
  let now: number;

  /** Has every cluster looked at, which is not what the scheduler does at one time. */
  const look = async () => {
    now += 60_000;
    for (const each of looks) {
      await each();
    }
  };

  const connect = async (name: string, store: DiscoveredStore) => {
    const taskRunner: SchedulerServiceTaskRunner = {
      run: async ({ fn }) => {
        looks.push(async () => fn(new AbortController().signal));
      },
    };
    await new ClusterEntityProvider({
      ...{ cluster: { name }, maxStepMs: 120_000, taskRunner },
      now: () => now,
      discovery: {
        gracePeriodMs: 120_000,
        component: {
          ...{ namespace: 'default', ownerLabels: [] },
          ...{ environmentLabels: [], fallbackOwner: 'group:default/ops' },
        },
      },
      services: {
        ...{ store, auth: mockServices.auth() },
        logger: mockServices.logger.mock(),
        catalog: catalog.service as CatalogService,
        source: {
          read: async () => {
            const feed = feeds.get(name)!;
            if (feed instanceof Error) {
              throw feed;
            }
            return {
              cluster: { name, condition: 'Current' },
              deployments: feed,
            };
          },
        },
      },
    }).connect(catalog.connection);
  };

  const start = async (clusters: Record<string, ObservedDeployment[]>) => {
    feeds = new Map(Object.entries(clusters));
    const store = await DiscoveredStore.create(
      mockServices.database({ knex: await databases.init('SQLITE_3') }),
    );
    for (const name of feeds.keys()) {
      await connect(name, store);
    }
  };

  beforeEach(() => {
    [catalog, looks, now] = [new Catalog(), [], 1_800_000_000_000];
  });

  it('brings 1,000 instances of 20 clusters with what they depend on, and then does nothing', async () => {
    const clusters = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await start(
      Object.fromEntries(clusters.map(name => [name, deployments(50)])),
    );
    await look();
    expect(catalog.mutations).toEqual([]);
    await look();
    const kinds = [...catalog.entities.values()].map(
      ({ kind, spec }) => `${kind} ${spec?.type}`,
    );
    expect(
      Object.fromEntries(
        [...new Set(kinds)].map(kind => [
          kind,
          kinds.filter(each => each === kind).length,
        ]),
      ),
    ).toEqual({
      'Component service': 1000,
      'Resource database': 1000,
      'Resource kubernetes-cluster': 20,
    });
    catalog.mutations = [];
    await look();
    await look();
    expect(catalog.mutations).toEqual([]);
  });

  it('changes 100 entities at one time at most', async () => {
    await start({ north: deployments(250) });
    await look();
    await look();
    expect(catalog.mutations.map(({ added }) => added.length)).toEqual([
      100, 100, 100, 100, 100, 1,
    ]);
    catalog.mutations = [];
    feeds.set('north', []);
    await look();
    await look();
    expect(catalog.mutations).toEqual([]);
    await look();
    expect(catalog.mutations.map(({ removed }) => removed.length)).toEqual([
      100, 100, 100, 100, 100, 1,
    ]);
    expect(catalog.entities.size).toBe(0);
  });

  it('has one cluster that cannot be asked leave the others alone', async () => {
    await start({ north: deployments(1), south: deployments(1) });
    await look();
    await look();
    catalog.mutations = [];
    feeds.set('north', new Error('away'));
    feeds.set('south', []);
    await look();
    await look();
    await look();
    expect([...catalog.entities.keys()].sort()).toEqual([
      'component:default/north_team-0_alexandria',
      'resource:default/north_cluster',
      'resource:default/north_team-0_database_url',
    ]);
  });
});
