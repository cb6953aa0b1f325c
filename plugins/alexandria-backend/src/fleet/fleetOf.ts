import {
  isRetired,
  type ClusterDeployments,
  type FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  labelSelectorOf,
  mayBeIn,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { systemClock, type Clock } from '../watch/Clock';
import { Claims } from './Claims';
import { fleetDeployment, notDeployed } from './fleetDeployment';
import type { VerdictInShort } from './verdictInShort';

/** Namespaces of which something has been said, between two turns of others: a millisecond or two. */
const QUICK = 100;

/** What is known of a cluster, and what is said of it. */
export interface FleetCluster {
  readonly name: string;
  deployments(): ClusterDeployments;
  /** What an entity is to have here and has not: names of Deployments, by namespace. */
  missing(entityRef: string): ReadonlyMap<string, ReadonlySet<string>>;
  readonly said: {
    /** What has been said in short of a namespace; undefined where that is to be worked out. */
    saidInShort(namespace: string): readonly VerdictInShort[] | undefined;
    /** Works it out. */
    inShort(namespace: string): readonly VerdictInShort[];
  };
}

/** The entities that a Deployment is of, and its labels; it has none when it is not there. */
interface Owned {
  entities: Entity[];
  labels: Readonly<Record<string, string>>;
}

/** Is told of all namespaces one after the other; others get their turn before any that takes milliseconds. */
function inTurns(clock: Pick<Clock, 'turn'>) {
  let quick = 0;
  return async ({ said }: FleetCluster, namespace: string) => {
    const before = said.saidInShort(namespace);
    quick += 1;
    if (!before || quick % QUICK === 0) {
      await clock.turn();
    }
    return before ?? said.inShort(namespace);
  };
}

/** What is somebody's in a cluster, by namespace and name. */
function ownedIn(
  { cluster, deployments }: ClusterDeployments,
  missing: FleetCluster['missing'],
  claims: Claims,
  entities: readonly Entity[],
): Map<string, Map<string, Owned>> {
  const owned = new Map<string, Map<string, Owned>>();
  const put = (namespace: string, name: string, by: Owned) => {
    const names = owned.get(namespace) ?? new Map<string, Owned>();
    const before = names.get(name)?.entities ?? [];
    names.set(name, { ...by, entities: [...before, ...by.entities] });
    owned.set(namespace, names);
  };
  for (const { namespace, name, labels } of deployments) {
    const found = claims.of({ cluster: cluster.name, namespace, labels });
    if (found.length > 0) {
      put(namespace, name, { entities: found, labels });
    }
  }
  for (const entity of entities) {
    if (mayBeIn(entity, { cluster: cluster.name })) {
      for (const [namespace, names] of missing(stringifyEntityRef(entity))) {
        if (mayBeIn(entity, { namespace })) {
          names.forEach(name =>
            put(namespace, name, { entities: [entity], labels: {} }),
          );
        }
      }
    }
  }
  return owned;
}

const keyOf = ({ entityRef, cluster, namespace, name }: FleetDeployment) =>
  [entityRef, cluster, namespace, name].join('\n');

/**
 * What is said in short of each Deployment of some entities, by entity, cluster, namespace and name. An entity of which none is known has a
 * line of its own, unless it is retired and surely runs nowhere, or does not say what is its own.
 *
 * @param unusable - names of clusters that cannot be watched
 */
export async function fleetOf(
  entities: readonly Entity[],
  clusters: readonly FleetCluster[],
  unusable: readonly string[],
  clock: Pick<Clock, 'turn'> = systemClock,
): Promise<FleetDeployment[]> {
  const instances = entities.filter(labelSelectorOf);
  const claims = new Claims(instances);
  const deployed = new Set<Entity>();
  const lines: FleetDeployment[] = [];
  const doubtful = [...unusable];
  const read = inTurns(clock);
  for (const cluster of clusters) {
    const known = cluster.deployments();
    if (known.cluster.condition !== 'Current') {
      doubtful.push(cluster.name);
    }
    const owned = ownedIn(
      known,
      entityRef => cluster.missing(entityRef),
      claims,
      instances,
    );
    for (const [namespace, names] of owned) {
      for (const verdict of await read(cluster, namespace)) {
        const { entities: owners = [], labels = {} } =
          names.get(verdict.name) ?? {};
        for (const entity of owners) {
          deployed.add(entity);
          lines.push(
            fleetDeployment(entity, { cluster: cluster.name, labels, verdict }),
          );
        }
      }
    }
  }
  const all = [...clusters.map(({ name }) => name), ...unusable];
  for (const entity of instances.filter(each => !deployed.has(each))) {
    const meant = all.filter(cluster => mayBeIn(entity, { cluster }));
    const isKnown =
      meant.length > 0 && !meant.some(name => doubtful.includes(name));
    if (!isKnown || !isRetired(entity)) {
      lines.push(notDeployed(entity, isKnown ? 'Missing' : 'Unknown'));
    }
  }
  return lines
    .map(line => ({ line, key: keyOf(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}
