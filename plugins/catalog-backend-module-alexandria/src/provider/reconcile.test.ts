import type {
  ClusterCondition,
  ObservedDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Running } from '../entities/wantedEntities';
import type { DeploymentIdentity } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { KnownEntity } from './KnownEntity';
import { reconcile, type ReconcileInput } from './reconcile';

const A = { namespace: 'payments', name: 'a', labels: { app: 'a' } };
const REF = 'component:default/a';

const entityOf = ({ name, labels }: ObservedDeployment): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, labels },
});

/** As `wantedEntities`, but for what instances depend on. */
const wantedOf =
  (entity: (deployment: ObservedDeployment) => Entity) =>
  (running: readonly Running[]) =>
    running
      .filter(({ registeredAs }) => registeredAs.length === 0)
      .map(({ deployment }) => ({
        entity: entity(deployment),
        ...deployment,
      }));

const registered = (isOwn: (deployment: DeploymentIdentity) => boolean) => [
  { entityRef: 'component:default/registered', isOwn },
];

const feedOf = (
  deployments: ObservedDeployment[],
  condition: ClusterCondition = 'Current',
) => ({ cluster: { name: 'north', condition }, deployments });

const outcome = (input: Partial<ReconcileInput> = {}) =>
  reconcile({
    ...{ known: [], now: 1_000, gracePeriodMs: 100, maxStepMs: 50 },
    wantedOf: wantedOf(entityOf),
    feed: feedOf([]),
    catalog: { discovered: new Set(), registered: [] },
    ...input,
  });

const inCatalog = { discovered: new Set([REF]), registered: [] };

/** What is kept of `A` once it was seen, and once it is in the catalog. */
const [NOTED] = outcome({ feed: feedOf([A]) }).changed;
const [KNOWN] = outcome({ known: [NOTED], feed: feedOf([A]) }).changed;

describe('reconcile', () => {
  it('notes what runs and is nobody’s', () => {
    expect(outcome({ feed: feedOf([A]) })).toEqual({
      added: [],
      removed: [],
      changed: [{ entityRef: REF, ...A, fingerprint: '', absentMs: 0 }],
    });
  });

  it('adds it when that is so at the next look too', () => {
    expect(outcome({ known: [NOTED], feed: feedOf([A]) })).toEqual({
      added: [entityOf(A)],
      removed: [],
      changed: [
        {
          ...{ entityRef: REF, ...A, absentMs: 0 },
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  it('does nothing where everything is as it should be', () => {
    expect(
      outcome({ known: [KNOWN], feed: feedOf([A]), catalog: inCatalog }),
    ).toEqual({ added: [], removed: [], changed: [] });
  });

  it.each<[string, Partial<ReconcileInput>]>([
    ['it is another', { feed: feedOf([{ ...A, labels: { app: 'b' } }]) }],
    ['that the catalog was given it was not kept', { known: [NOTED] }],
    [
      'the catalog lost it',
      { catalog: { discovered: new Set(), registered: [] } },
    ],
  ])('adds an entity again when %s', (_, input) => {
    const { added, removed } = outcome({
      ...{ known: [KNOWN], feed: feedOf([A]), catalog: inCatalog },
      ...input,
    });
    expect([added.length, removed]).toEqual([1, []]);
  });

  it.each<[string, boolean, ClusterCondition]>([
    ['runs', true, 'Current'],
    ['ran before the cluster was cut off', true, 'Failing'],
    ['is not in the feed', false, 'Starting'],
    ['is gone', false, 'Current'],
  ])('gives way to a registered entity for what %s', (_, runs, condition) => {
    expect(
      outcome({
        known: [KNOWN],
        feed: feedOf(runs ? [A] : [], condition),
        catalog: {
          ...inCatalog,
          registered: registered(
            ({ cluster, labels }) => cluster === 'north' && labels.app === 'a',
          ),
        },
      }),
    ).toEqual({ added: [], removed: [REF], changed: [] });
  });

  it('adds nothing that is registered by the next look', () => {
    expect(
      outcome({
        known: [NOTED],
        feed: feedOf([A]),
        catalog: { discovered: new Set(), registered: registered(() => true) },
      }),
    ).toEqual({ added: [], removed: [REF], changed: [] });
  });

  it('replaces the entity of a Deployment that is called otherwise now', () => {
    const renamed = (deployment: ObservedDeployment): Entity => ({
      ...entityOf(deployment),
      metadata: { name: 'other' },
    });
    const { changed, removed } = outcome({
      ...{ known: [KNOWN], feed: feedOf([A]), catalog: inCatalog },
      wantedOf: wantedOf(renamed),
    });
    expect([changed.map(({ entityRef }) => entityRef), removed]).toEqual([
      ['component:default/other'],
      [REF],
    ]);
  });

  describe('of what instances depend on', () => {
    const resource = (name: string, dependencyOf: string[] = []): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name },
      spec: { dependencyOf },
    });
    const cluster = { namespace: '', name: '', labels: {} };
    const database = { namespace: 'payments', name: 'pg/url', labels: {} };
    const known = (entity: Entity, place: typeof cluster): KnownEntity => ({
      ...{ entityRef: stringifyEntityRef(entity), ...place },
      ...{ fingerprint: 'f', absentMs: 0 },
    });

    it('is told who somebody has registered', () => {
      const wanted = jest.fn(() => []);
      outcome({
        feed: feedOf([A]),
        catalog: {
          discovered: new Set(),
          registered: [...registered(() => true), ...registered(() => false)],
        },
        wantedOf: wanted,
      });
      expect(wanted).toHaveBeenCalledWith([
        { deployment: A, registeredAs: ['component:default/registered'] },
      ]);
    });

    it('removes a cluster that somebody has registered at once', () => {
      expect(
        outcome({
          known: [known(resource('north_cluster'), cluster)],
          catalog: { ...inCatalog, cluster: 'resource:default/north' },
        }).removed,
      ).toEqual(['resource:default/north_cluster']);
    });

    it.each<[string, Entity, typeof cluster]>([
      ['a cluster', resource('north_cluster'), cluster],
      ['a database', resource('north_payments_pg_url'), database],
    ])('keeps %s for the grace period', (_, entity, place) => {
      const { changed, removed } = outcome({
        known: [known(entity, place)],
        // What has no labels is no instance of somebody's.
        catalog: { ...inCatalog, registered: registered(() => true) },
      });
      expect(removed).toEqual([]);
      expect(changed).toMatchObject([{ absentMs: 0, lookedAt: 1_000 }]);
      expect(
        outcome({ known: [{ ...changed[0], absentMs: 100 }] }).removed,
      ).toEqual([stringifyEntityRef(entity)]);
    });
  });

  describe('of what is not in the feed', () => {
    const gone = (absentMs: number, lookedAt?: number): KnownEntity => ({
      ...{ ...KNOWN, absentMs },
      ...(lookedAt === undefined ? {} : { lookedAt }),
    });

    it.each<[string, KnownEntity, ClusterCondition, KnownEntity | null]>([
      ['begins the period', KNOWN, 'Current', gone(0, 1_000)],
      ['goes on with it', gone(10, 970), 'Current', gone(40, 1_000)],
      ['counts no long silence', gone(10, 100), 'Current', gone(60, 1_000)],
      [
        'counts no clock that was set back',
        gone(10, 2_000),
        'Current',
        gone(10, 1_000),
      ],
      ['counts nothing after a break', gone(90), 'Current', gone(90, 1_000)],
      ['removes it at the end', gone(70, 970), 'Current', null],
      ['halts while it fails', gone(70, 970), 'Failing', gone(70)],
      ['halts while it starts', gone(70, 970), 'Starting', gone(70)],
      [
        'halts while it is misconfigured',
        gone(99, 970),
        'Misconfigured',
        gone(99),
      ],
    ])('%s', (_, known, condition, after) => {
      expect(
        outcome({
          known: [known],
          feed: feedOf([], condition),
          catalog: inCatalog,
        }),
      ).toEqual({
        added: [],
        removed: after ? [] : [REF],
        changed: after ? [after] : [],
      });
    });

    it('begins anew once it was seen', () => {
      const { changed } = outcome({
        known: [gone(70, 970)],
        feed: feedOf([A]),
        catalog: inCatalog,
      });
      expect(changed).toEqual([KNOWN]);
    });

    it('removes at once where there is no period', () => {
      const { removed } = outcome({ known: [KNOWN], gracePeriodMs: 0 });
      expect(removed).toEqual([REF]);
    });
  });
});
