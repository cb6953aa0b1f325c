import {
  describeWithTools,
  startCluster,
  startPostgres,
  startToxiproxy,
  type Cluster,
  type PostgresServer,
  type ToxicLine,
  type Toxiproxy,
} from '@alexandriaproject/test-rig';
import type { Entity } from '@backstage/catalog-model';
import path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { askUntil } from './support/askUntil';
import { CatalogFiles } from './support/CatalogFiles';
import { clusterEntry, type ClusterEntry } from './support/clusterEntry';
import { DiscoveringPortal, GRACE_SECONDS } from './support/DiscoveringPortal';
import { helmCommand } from './support/helmCommand';

const CHART = path.join(__dirname, '../packages/alexandria-manifests/chart');
const NAMESPACE = 'alexandria';

/** An hour of a portal whose grace period is half an hour, by the one here. */
const HOUR_SECONDS = 2 * GRACE_SECONDS;

const discoveredAs = (name: string) => `north_${NAMESPACE}_${name}`;

/** What somebody writes for an instance that they installed with Helm alone. */
const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    tags: ['alexandria'],
    annotations: {
      'backstage.io/kubernetes-label-selector': `app.kubernetes.io/instance=${name}`,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
});

/** A real cluster, Helm, the real catalog and PostgreSQL; the portal reaches the cluster by a line that can be cut. */
describeWithTools(
  'what runs and is not registered',
  ['cluster', 'helm-4', 'postgres', 'toxiproxy'],
  () => {
    let cluster: Cluster;
    let toxiproxy: Toxiproxy;
    let line: ToxicLine;
    let postgres: PostgresServer;
    let files: CatalogFiles;
    let entry: ClusterEntry;
    let portal: DiscoveringPortal;

    const running = new Set<DiscoveringPortal>();
    const startPortal = async () => {
      const started = await DiscoveringPortal.start({
        ...{ clusters: [entry], postgres, readable: files.host },
      });
      running.add(started);
      return started;
    };
    const stopPortal = async (one: DiscoveringPortal) => {
      running.delete(one);
      await one.stop();
    };
    const install = (name: string, ...set: string[]) =>
      helmCommand(cluster, [
        ...['install', name, CHART, `--namespace=${NAMESPACE}`],
        ...set.flatMap(value => ['--set', value]),
      ]);
    const uninstall = (name: string) =>
      helmCommand(cluster, ['uninstall', name, `--namespace=${NAMESPACE}`]);
    const exposedAs = (host: string) => [
      'ingress.enabled=true',
      `ingress.hosts[0].host=${host}`,
    ];
    /** Waits until these are the resources and what depends on them, and no others. */
    const untilResources = (expected: Record<string, string[]>) => {
      const sorted = Object.fromEntries(
        Object.entries(expected).map(([ref, of]) => [ref, [...of].sort()]),
      );
      return askUntil(
        () => portal.resources(),
        said => JSON.stringify(said) === JSON.stringify(sorted),
      );
    };
    /** Waits until the catalog has these instances and no others. */
    const untilNames = (...names: string[]) =>
      askUntil(
        () => portal.names(),
        said => said.join() === [...names].sort().join(),
      );

    beforeAll(async () => {
      cluster = await startCluster();
      await cluster.createNamespace(NAMESPACE, 'restricted');
      postgres = await startPostgres();
      files = await CatalogFiles.start();
      toxiproxy = await startToxiproxy();
      line = await toxiproxy.lineTo(cluster.url);
      entry = { ...(await clusterEntry(cluster, 'north')), url: line.url };
      portal = await startPortal();
    }, 180_000);

    afterAll(async () => {
      for (const one of running) {
        await one.stop();
      }
      await toxiproxy?.stop();
      files?.stop();
      await postgres?.stop();
      await cluster?.stop();
    });

    it('appears as discovered, with its owner and its health', async () => {
      await install('pilot', 'commonLabels.team=payments');
      await untilNames(discoveredAs('pilot'));
      const entity = (await portal.instances()).get(discoveredAs('pilot'));
      expect(entity).toMatchObject({
        metadata: { tags: ['alexandria', 'discovered'] },
        spec: { owner: 'group:default/payments' },
      });
      const [said] = (
        await askUntil(
          () => portal.status(discoveredAs('pilot')),
          ({ health }) => health === 'Healthy',
        )
      ).slice(-1);
      expect(said.deployments).toMatchObject([
        {
          cluster: 'north',
          deployment: { namespace: NAMESPACE, name: 'pilot' },
        },
      ]);
    });

    it('gives way to what somebody registers, and comes back when that is unregistered', async () => {
      const id = await portal.register(files.put(entityOf('pilot')));
      await untilNames('pilot');
      expect(await portal.status('pilot')).toMatchObject({ partial: false });
      await portal.unregister(id);
      await untilNames(discoveredAs('pilot'));
    });

    it('stays while its cluster is away, and goes once it is known to be gone', async () => {
      await line.close();
      await askUntil(
        () => portal.cluster('north'),
        said => said.cluster.condition === 'Failing',
      );
      await uninstall('pilot');
      await sleep(HOUR_SECONDS * 1000);
      expect(await portal.names()).toEqual([discoveredAs('pilot')]);
      await line.mend();
      const seen = await askUntil(
        async () => ({
          known: (await portal.cluster('north')).cluster.condition,
          names: await portal.names(),
        }),
        ({ names }) => names.length === 0,
      );
      // It was known to be gone and yet there, for the grace period.
      expect(
        seen.some(
          ({ known, names }) => known === 'Current' && names.length === 1,
        ),
      ).toBe(true);
    });

    it('stays while the portal is restarted', async () => {
      await install('pilot');
      await install('other');
      const both = [discoveredAs('other'), discoveredAs('pilot')];
      await untilNames(...both);
      await stopPortal(portal);
      await uninstall('pilot');
      await sleep(HOUR_SECONDS * 1000);
      portal = await startPortal();
      expect(await portal.names()).toEqual(both);
      await untilNames(discoveredAs('other'));
    });

    it('is there once, however many portals look', async () => {
      const second = await startPortal();
      const names = ['a', 'b', 'c', 'd'];
      await Promise.all(names.map(name => install(name)));
      const all = [...names, 'other'].map(discoveredAs);
      await untilNames(...all);
      expect(await second.names()).toEqual(all.sort());
      // One of them goes, and the other goes on.
      await stopPortal(portal);
      portal = second;
      await install('e');
      await uninstall('a');
      const left = ['b', 'c', 'd', 'e', 'other'].map(discoveredAs);
      await untilNames(...left);
      expect(await portal.copies()).toEqual(
        [
          ...left.map(name => `component:default/${name}`),
          'resource:default/north_cluster',
        ].map(entity => ({ entity, copies: 1 })),
      );
    });

    it('depends on its cluster and its database, which it shares with others', async () => {
      const database = 'config.database.existingSecret=postgres';
      await install('with-ui', database, ...exposedAs('ask.example.com'));
      await install('without-ui', database);
      const both = ['with-ui', 'without-ui'].map(discoveredAs);
      const before = ['b', 'c', 'd', 'e', 'other'].map(discoveredAs);
      await untilNames(...before, ...both);
      const refsOf = (names: string[]) =>
        names.map(name => `component:default/${name}`);
      await untilResources({
        'resource:default/north_alexandria_postgres_database-url': refsOf(both),
        'resource:default/north_cluster': refsOf([...before, ...both]),
      });
      const [exposed] = both;
      expect((await portal.instances()).get(exposed)?.metadata.links).toEqual([
        {
          url: 'https://ask.example.com/',
          title: 'ask.example.com',
          icon: 'web',
        },
      ]);
      // What is registered is named by the cluster, and its database is its own affair.
      const id = await portal.register(files.put(entityOf('with-ui')));
      await untilNames(...before, 'with-ui', both[1]);
      await untilResources({
        'resource:default/north_alexandria_postgres_database-url': refsOf([
          both[1],
        ]),
        'resource:default/north_cluster': refsOf([
          ...before,
          both[1],
          'with-ui',
        ]),
      });
      await uninstall('without-ui');
      await untilResources({
        'resource:default/north_cluster': refsOf([...before, 'with-ui']),
      });
      await portal.unregister(id);
      await uninstall('with-ui');
      await untilNames(...before);
    });

    it('depends on the cluster that somebody has registered', async () => {
      const before = ['b', 'c', 'd', 'e', 'other'].map(
        name => `component:default/${discoveredAs(name)}`,
      );
      const id = await portal.register(
        files.put({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'north' },
          spec: { type: 'kubernetes-cluster', owner: 'platform' },
        }),
      );
      await untilResources({ 'resource:default/north': before });
      await portal.unregister(id);
      const own = { 'resource:default/north_cluster': before };
      await untilResources(own);
      expect(await portal.resources()).toEqual(own);
    });
  },
);
