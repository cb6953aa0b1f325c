import { createHash } from 'node:crypto';
import type { ClusterDeployments } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentIdentity } from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { Running, WantedEntity } from '../entities/wantedEntities';
import type { KnownEntity } from './KnownEntity';

/** What the catalog has, as far as it bears on the instances of one cluster. */
export interface CatalogState {
  /** References of the discovered entities of the cluster. */
  discovered: ReadonlySet<string>;
  /** For each entity that somebody has registered: whether a Deployment is its own. */
  registered: readonly {
    entityRef: string;
    isOwn(deployment: DeploymentIdentity): boolean;
  }[];
  /** The reference of the entity that somebody has registered for the cluster; absent when nobody has. */
  cluster?: string;
}

export interface ReconcileInput {
  /** What was known after the last look. */
  known: readonly KnownEntity[];
  /** What runs. */
  feed: ClusterDeployments;
  catalog: CatalogState;
  /** Milliseconds since the epoch. */
  now: number;
  /** For how long an instance has to be known to be gone, in milliseconds. */
  gracePeriodMs: number;
  /** What lies between two looks counts as known no longer than this, in milliseconds: nobody may have looked for a day. */
  maxStepMs: number;
  /** What the catalog should have for what runs, as `wantedEntities` says it. */
  wantedOf(running: readonly Running[]): WantedEntity[];
}

/** What is to be done, by reference of the entity. */
export interface Reconciliation {
  /** Entities that the catalog has not, or has otherwise. */
  added: Entity[];
  /** References of entities that are to go. */
  removed: string[];
  /** What is known from now on, of each entity of which something else was known; `fingerprint` holds once it is added. */
  changed: KnownEntity[];
}

const fingerprintOf = (entity: Entity) =>
  createHash('sha256').update(JSON.stringify(entity)).digest('hex');

const placeOf = ({ namespace, name }: { namespace: string; name: string }) =>
  `${namespace}/${name}`;

const labelsOf = ({ labels }: { labels: KnownEntity['labels'] }) =>
  JSON.stringify(Object.entries(labels).sort());

const isSame = (a: KnownEntity, b: KnownEntity) =>
  a.fingerprint === b.fingerprint &&
  a.absentMs === b.absentMs &&
  a.lookedAt === b.lookedAt &&
  labelsOf(a) === labelsOf(b);

/** Whether it is a Deployment, and not something that one depends on. */
const isInstance = ({ entityRef }: KnownEntity) =>
  parseEntityRef(entityRef).kind === 'component';

const isCluster = (known: KnownEntity) =>
  !isInstance(known) && known.namespace === '';

/**
 * What became of one that was not in the feed: it is gone only for as long as the cluster was known to be without it.
 *
 * @returns undefined when it has been gone for too long
 */
function absence(
  before: KnownEntity,
  { feed, now, gracePeriodMs, maxStepMs }: ReconcileInput,
): KnownEntity | undefined {
  const { lookedAt, ...rest } = before;
  if (feed.cluster.condition !== 'Current') {
    return rest;
  }
  const step = lookedAt === undefined ? 0 : now - lookedAt;
  const absentMs =
    before.absentMs + Math.min(Math.max(step, 0), Math.max(maxStepMs, 0));
  return absentMs >= gracePeriodMs
    ? undefined
    : { ...rest, absentMs, lookedAt: now };
}

/**
 * Compares what runs in a cluster with what the catalog has. A function of its input alone, whose order does not matter.
 *
 * - What runs and is nobody's is noted, and added when that is so at the next look too: what is deployed may be about to be
 *   registered, and a catalog that is new may not have read yet what is. So is what it depends on.
 * - What runs or ran and is somebody's now is removed: theirs takes its place.
 * - What does not run any more is removed once that has been known for the grace period, and what nothing that runs depends on
 *   any more as well. While the cluster is not `Current` the period stands still, and nothing is removed for not being in
 *   the feed.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const { known, feed, catalog, wantedOf } = input;
  const cluster = feed.cluster.name;
  const registeredAs = (deployment: Omit<DeploymentIdentity, 'cluster'>) =>
    catalog.registered
      .filter(({ isOwn }) => isOwn({ ...deployment, cluster }))
      .map(({ entityRef }) => entityRef);
  const before = new Map(known.map(each => [each.entityRef, each]));
  const places = new Set(feed.deployments.map(placeOf));
  const result: Reconciliation = { added: [], removed: [], changed: [] };
  const wanted = new Set<string>();
  const running = feed.deployments.map(deployment => ({
    ...{ deployment, registeredAs: registeredAs(deployment) },
  }));

  for (const { entity, namespace, name, labels } of wantedOf(running)) {
    const entityRef = stringifyEntityRef(entity);
    const after = {
      ...{ entityRef, namespace, name, labels },
      fingerprint: fingerprintOf(entity),
      absentMs: 0,
    };
    const has = before.get(entityRef);
    if (!has) {
      result.changed.push({ ...after, fingerprint: '' });
    } else {
      if (
        has.fingerprint !== after.fingerprint ||
        !catalog.discovered.has(entityRef)
      ) {
        result.added.push(entity);
      }
      if (!isSame(has, after)) {
        result.changed.push(after);
      }
    }
    wanted.add(entityRef);
  }

  /** What runs and is not wanted is registered, or its entity has another name now. */
  const isReplaced = (has: KnownEntity) =>
    isInstance(has)
      ? places.has(placeOf(has)) || registeredAs(has).length > 0
      : isCluster(has) && catalog.cluster !== undefined;
  for (const has of known.filter(({ entityRef }) => !wanted.has(entityRef))) {
    const after = isReplaced(has) ? undefined : absence(has, input);
    if (!after) {
      result.removed.push(has.entityRef);
    } else if (!isSame(has, after)) {
      result.changed.push(after);
    }
  }
  return sorted(result);
}

const by =
  <T>(key: (each: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : 1;

function sorted({ added, removed, changed }: Reconciliation): Reconciliation {
  return {
    added: added.sort(by(stringifyEntityRef)),
    removed: removed.sort(),
    changed: changed.sort(by(({ entityRef }) => entityRef)),
  };
}
