import {
  describeWithTools,
  startPostgres,
  type PostgresServer,
} from '@alexandriaproject/test-rig';
import { setTimeout as sleep } from 'timers/promises';
import { ClusterApi } from '../plugins/alexandria-backend/src/__testUtils__/ClusterApi';
import { askUntil } from './support/askUntil';
import { CatalogFiles } from './support/CatalogFiles';
import { DiscoveringPortal } from './support/DiscoveringPortal';

const CLUSTERS = 20;
const INSTANCES = 50;

/** Some looks at every cluster, in milliseconds. */
const LOOKS_MS = 5_000;

/** The real catalog on PostgreSQL, and API servers that have Deployments and nothing else. */
describeWithTools(
  'a thousand instances in twenty clusters',
  ['postgres'],
  () => {
    let postgres: PostgresServer;
    let files: CatalogFiles;
    let clusters: ClusterApi[];
    let portal: DiscoveringPortal | undefined;

    beforeAll(async () => {
      postgres = await startPostgres();
      files = await CatalogFiles.start();
      clusters = [];
      for (let index = 0; index < CLUSTERS; index++) {
        const cluster = await ClusterApi.start();
        for (let instance = 0; instance < INSTANCES; instance++) {
          cluster.deploy(`i${instance}`);
        }
        clusters.push(cluster);
      }
      portal = await DiscoveringPortal.start({
        ...{ postgres, readable: files.host },
        clusters: clusters.map(({ url }, index) => ({
          ...{ name: `c${index}`, url, authProvider: 'serviceAccount' },
          serviceAccountToken: 'token',
        })),
      });
    }, 180_000);

    afterAll(async () => {
      await portal?.stop();
      await Promise.all(clusters.map(cluster => cluster.stop()));
      files?.stop();
      await postgres?.stop();
    });

    it('are all brought into the catalog with their clusters, and nothing more happens then', async () => {
      const all = { component: CLUSTERS * INSTANCES, resource: CLUSTERS };
      await askUntil(
        () => portal!.brought(),
        ({ kinds }) =>
          kinds.component === all.component && kinds.resource === all.resource,
        120,
      );
      const before = await portal!.brought();
      await sleep(LOOKS_MS);
      expect(await portal!.brought()).toEqual({
        kinds: all,
        last: before.last,
      });
      // Every instance is there for people, and each cluster has its own.
      const there = await askUntil(
        () => portal!.resources(),
        said =>
          Object.values(said).every(of => of.length === INSTANCES) &&
          Object.keys(said).length === CLUSTERS,
        120,
      );
      expect(there.at(-1)!['resource:default/c7_cluster']).toContain(
        'component:default/c7_shared_i49',
      );
    });
  },
);
