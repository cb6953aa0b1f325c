import type { ObservedDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deploymentSelectorOf } from '@alexandriaproject/backstage-plugin-alexandria-node';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  wantedEntities,
  type Running,
} from '../plugins/catalog-backend-module-alexandria/src/entities/wantedEntities';
import {
  reconcile,
  type ReconcileInput,
} from '../plugins/catalog-backend-module-alexandria/src/provider/reconcile';
import { measure, ms } from './measure';
import { printTable, type Row } from './table';

const COUNTS = [10, 100, 1000];

const cluster = { name: 'north', condition: 'Current' as const };

const ID = 'backstage.io/kubernetes-id';

const wantedOf = (running: readonly Running[]) =>
  wantedEntities(cluster, running, undefined, {
    ...{ namespace: 'default', fallbackOwner: 'group:default/platform' },
    ...{ ownerLabels: ['team'], environmentLabels: ['environment'] },
  });

function deploymentsOf(count: number): ObservedDeployment[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ namespace: `team-${index}`, name: 'alexandria' },
    labels: {
      ...{ [ID]: `instance-${index}`, team: `team-${index}` },
      ...{ 'app.kubernetes.io/instance': 'alexandria', environment: 'prod' },
    },
    database: { secret: 'database', key: 'url' },
  }));
}

/** An entity for each Deployment, found as entities of the catalog are. */
const registeredOf = (deployments: readonly ObservedDeployment[]) =>
  deployments.map(({ labels }) => ({
    entityRef: `component:default/${labels[ID]}`,
    isOwn: deploymentSelectorOf({
      metadata: { name: labels[ID], annotations: { [ID]: labels[ID] } },
    })!,
  }));

async function main() {
  const rows: Row[] = [];
  for (const count of COUNTS) {
    const deployments = deploymentsOf(count);
    const fresh: ReconcileInput = {
      ...{ known: [], now: 0, gracePeriodMs: 1_800_000, maxStepMs: 120_000 },
      feed: { cluster, deployments },
      catalog: { discovered: new Set(), registered: [] },
      wantedOf,
    };
    const noted = { ...fresh, known: reconcile(fresh).changed };
    const { added, changed } = reconcile(noted);
    const settled: ReconcileInput = {
      ...{ ...noted, known: changed },
      catalog: {
        discovered: new Set(added.map(stringifyEntityRef)),
        registered: [],
      },
    };
    const registered: ReconcileInput = {
      ...fresh,
      catalog: {
        discovered: new Set(),
        registered: registeredOf(deployments),
      },
    };
    for (const [what, input] of [
      ['nothing is registered, and all is in the catalog', settled],
      ['nothing is registered, and all is to be added', noted],
      ['everything is registered', registered],
    ] as const) {
      const result = reconcile(input);
      const written =
        result.added.length + result.removed.length + result.changed.length;
      const look = await measure(() => reconcile(input), {
        ...{ runs: 50, warmUp: 10 },
      });
      rows.push({
        what: `${count} instances in a cluster, of which ${what}`,
        ours: `${ms(look)}, ${written} writes`,
        ...{ peer: '-', ratio: '-', target: '-' },
      });
    }
  }
  printTable('What a look at a cluster takes to decide', rows);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
