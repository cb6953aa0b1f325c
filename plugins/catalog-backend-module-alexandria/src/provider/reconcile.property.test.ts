import type {
  ClusterCondition,
  ObservedDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { clusterResourceRef } from '../entities/clusterResource';
import { wantedEntities } from '../entities/wantedEntities';
import type { KnownEntity } from './KnownEntity';
import { reconcile, type Reconciliation } from './reconcile';

const GRACE_MS = 500;
const MAX_STEP_MS = 300;

/** `a` and `b` share a database, `c` has its own, and `d` has none. */
const deployments: ObservedDeployment[] = ['a', 'b', 'c', 'd'].map(name => ({
  ...{ namespace: 'prod', name },
  labels: { 'app.kubernetes.io/instance': name },
  ...(name === 'd'
    ? {}
    : { database: { secret: name === 'c' ? 'own' : 'shared', key: 'url' } }),
}));

const options = {
  ...{ namespace: 'default', ownerLabels: [], environmentLabels: [] },
  fallbackOwner: 'group:default/platform',
};

const north = { name: 'north' };

/** What somebody may register for the cluster. */
const REGISTERED_CLUSTER = 'resource:default/north';

const CLUSTER = clusterResourceRef('north', options);

const refOf = ({ namespace, name }: ObservedDeployment) =>
  `component:default/north_${namespace}_${name}`;

const databaseRefOf = ({ namespace, database }: ObservedDeployment) =>
  database &&
  `resource:default/north_${namespace}_${database.secret}_${database.key}`;

/** One look: what runs and is seen, what somebody has registered, and how long after the last it is. */
interface Look {
  condition: ClusterCondition;
  running: ObservedDeployment[];
  registered: string[];
  isClusterRegistered: boolean;
  afterMs: number;
  /** Whether the process ends after the catalog was told and before that is noted. */
  isCutOff: boolean;
  /** Entities that somebody deletes from the catalog before. */
  deleted: string[];
}

const none = fc.constant<string[]>([]);
const some = fc.subarray(deployments);
const names = some.map(each => each.map(({ name }) => name));

const look: fc.Arbitrary<Look> = fc.record({
  condition: fc.oneof(
    { weight: 2, arbitrary: fc.constant('Current' as const) },
    fc.constantFrom('Starting' as const, 'Failing' as const),
  ),
  // Nothing runs often enough for the period to come to its end.
  running: fc.oneof(
    { weight: 2, arbitrary: some },
    { weight: 3, arbitrary: fc.constant<ObservedDeployment[]>([]) },
  ),
  registered: fc.oneof({ weight: 5, arbitrary: none }, names),
  isClusterRegistered: fc.oneof(
    { weight: 3, arbitrary: fc.constant(false) },
    fc.constant(true),
  ),
  afterMs: fc.integer({ min: 1, max: 600 }),
  isCutOff: fc.boolean(),
  deleted: fc.oneof(none, names),
});

/** A catalog and what is kept beside it, as the provider moves them. */
class Model {
  readonly catalog = new Map<string, Entity>();
  readonly kept = new Map<string, KnownEntity>();
  now = 0;

  look(
    { condition, running, registered, isClusterRegistered }: Look,
    order: <T>(all: T[]) => T[] = all => all,
  ): Reconciliation {
    return reconcile({
      known: order([...this.kept.values()]),
      feed: {
        cluster: { name: 'north', condition },
        deployments: order([...running]),
      },
      catalog: {
        discovered: new Set(order([...this.catalog.keys()])),
        registered: order([...registered]).map(name => ({
          entityRef: `component:default/${name}`,
          isOwn: ({ labels }) => labels['app.kubernetes.io/instance'] === name,
        })),
        ...(isClusterRegistered ? { cluster: REGISTERED_CLUSTER } : {}),
      },
      ...{ now: this.now, gracePeriodMs: GRACE_MS, maxStepMs: MAX_STEP_MS },
      wantedOf: each =>
        wantedEntities(
          north,
          order([...each]),
          isClusterRegistered ? REGISTERED_CLUSTER : undefined,
          options,
        ),
    });
  }

  apply({ added, removed, changed }: Reconciliation, isCutOff: boolean) {
    const refs = new Set(added.map(stringifyEntityRef));
    for (const each of changed) {
      const fingerprint = refs.has(each.entityRef) ? '' : each.fingerprint;
      this.kept.set(each.entityRef, { ...each, fingerprint });
    }
    added.forEach(entity =>
      this.catalog.set(stringifyEntityRef(entity), entity),
    );
    removed.forEach(ref => this.catalog.delete(ref));
    if (!isCutOff) {
      changed.forEach(each => this.kept.set(each.entityRef, each));
      removed.forEach(ref => this.kept.delete(ref));
    }
  }
}

const looks = fc.array(look, { minLength: 1, maxLength: 25 });

/** Goes through looks and lets something be said of each, once it is judged and once it is done. */
function eachLook(
  all: Look[],
  say: {
    judged?(model: Model, at: Look, result: Reconciliation): void;
    done?(model: Model, at: Look): void;
  },
) {
  const model = new Model();
  for (const at of all) {
    model.now += at.afterMs;
    at.deleted.forEach(name =>
      model.catalog.delete(
        refOf(deployments.find(each => each.name === name)!),
      ),
    );
    const result = model.look(at);
    say.judged?.(model, at, result);
    model.apply(result, at.isCutOff);
    say.done?.(model, at);
  }
}

describe('reconcile, whatever happens', () => {
  it('has every instance in the catalog that runs at two looks and is nobody’s, and none that is somebody’s', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          done(model, at) {
            model.apply(model.look(at), false);
            for (const each of at.running) {
              expect(model.catalog.has(refOf(each))).toBe(
                !at.registered.includes(each.name),
              );
            }
          },
        }),
      ),
    );
  });

  it('removes nothing for being away while the cluster is not known', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          judged(
            model,
            { condition, registered, isClusterRegistered },
            { removed },
          ) {
            const unknown = removed.filter(
              ref =>
                !registered.includes(model.kept.get(ref)!.name) &&
                !(isClusterRegistered && ref === CLUSTER),
            );
            expect(condition === 'Current' ? [] : unknown).toEqual([]);
          },
        }),
      ),
    );
  });

  it('removes what is gone only when the cluster was known to be without it for the whole period', () => {
    fc.assert(
      fc.property(looks, all => {
        // For how long each is known to be gone, told from the looks alone.
        const gone = new Map<string, { sum: number; at?: number }>();
        eachLook(all, {
          judged(model, { condition, running, registered }, { removed }) {
            for (const each of deployments) {
              const { sum, at } = gone.get(each.name) ?? { sum: 0 };
              if (running.includes(each)) {
                gone.delete(each.name);
              } else if (condition === 'Current') {
                const step = at === undefined ? 0 : model.now - at;
                gone.set(each.name, {
                  sum: sum + Math.min(step, MAX_STEP_MS),
                  at: model.now,
                });
              } else {
                gone.set(each.name, { sum });
              }
            }
            // What the catalog has not any more may be forgotten at any time.
            for (const ref of removed.filter(
              each => model.catalog.has(each) && each.startsWith('component:'),
            )) {
              const { name } = model.kept.get(ref)!;
              const isOut = (gone.get(name)?.sum ?? 0) >= GRACE_MS;
              expect(isOut || registered.includes(name)).toBe(true);
            }
          },
        });
      }),
    );
  });

  it('has the cluster, unless it is somebody’s, and the databases of what is nobody’s', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          done(model, at) {
            model.apply(model.look(at), false);
            const { running, registered, isClusterRegistered } = at;
            expect(
              running.length === 0 ||
                model.catalog.has(CLUSTER) === !isClusterRegistered,
            ).toBe(true);
            const databases = running
              .filter(({ name }) => !registered.includes(name))
              .flatMap(each => databaseRefOf(each) ?? []);
            expect(databases.filter(ref => !model.catalog.has(ref))).toEqual(
              [],
            );
          },
        }),
      ),
    );
  });

  it('has every instance in the catalog depend on what is there', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          done(model, at) {
            model.apply(model.look(at), false);
            const there = at.isClusterRegistered ? [REGISTERED_CLUSTER] : [];
            const refs = [...there, ...model.catalog.keys()];
            // One that is gone says what it said last.
            for (const each of at.running) {
              const { spec } = model.catalog.get(refOf(each)) ?? {};
              for (const ref of (spec?.dependsOn ?? []) as string[]) {
                expect(refs).toContain(ref);
              }
            }
          },
        }),
      ),
    );
  });

  it('has nothing left of what nothing has depended on for the whole period', () => {
    fc.assert(
      fc.property(looks, all => {
        const model = new Model();
        const lookAt = (at: Look) => {
          model.now += at.afterMs;
          model.apply(model.look(at), at.isCutOff);
        };
        all.forEach(lookAt);
        for (let step = 0; step <= GRACE_MS / MAX_STEP_MS + 2; step++) {
          lookAt({
            ...{ condition: 'Current', running: [], registered: [] },
            ...{ isClusterRegistered: false, deleted: [], isCutOff: false },
            afterMs: MAX_STEP_MS,
          });
        }
        expect([...model.catalog.keys(), ...model.kept.keys()]).toEqual([]);
      }),
    );
  });

  it('says of the cluster which registered instances run in it', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          done(model, at) {
            model.apply(model.look(at), false);
            const { spec } = model.catalog.get(CLUSTER) ?? {};
            const runs = at.running
              .filter(({ name }) => at.registered.includes(name))
              .map(({ name }) => `component:default/${name}`);
            // While nothing runs it says what it said last.
            const isSaid = spec && at.running.length > 0;
            expect(isSaid ? spec.dependencyOf ?? [] : runs).toEqual(runs);
          },
        }),
      ),
    );
  });

  it('forgets nothing that the catalog has', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          done({ catalog, kept }) {
            expect([...catalog.keys()].filter(ref => !kept.has(ref))).toEqual(
              [],
            );
          },
        }),
      ),
    );
  });

  it('does nothing more when it looks again', () => {
    fc.assert(
      fc.property(looks, all =>
        eachLook(all, {
          done(model, at) {
            model.apply(model.look(at), false);
            expect(model.look(at)).toEqual({
              ...{ added: [], removed: [], changed: [] },
            });
          },
        }),
      ),
    );
  });

  it('minds no order', () => {
    fc.assert(
      fc.property(looks, fc.func(fc.integer()), (all, rank) =>
        eachLook(all, {
          judged(model, at, result) {
            const shuffled = <T>(each: T[]) =>
              [...each].sort((a, b) => rank(a) - rank(b));
            expect(model.look(at, shuffled)).toEqual(result);
          },
        }),
      ),
    );
  });
});
